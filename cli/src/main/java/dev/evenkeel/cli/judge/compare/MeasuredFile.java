package dev.evenkeel.cli.judge.compare;

import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Trouble;
import dev.evenkeel.cli.file.Opened;
import dev.evenkeel.cli.judge.compare.StoredAnswer.Failed;
import dev.evenkeel.cli.judge.prometheus.Matrix;
import dev.evenkeel.cli.judge.prometheus.Series;
import dev.evenkeel.judge.sequential.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A file of measurements. What it is, is told by how it begins.
 *
 * @param wanted which metric it is to be taken as; what it is by itself when empty
 * @param told takes what could not be read of it
 */
record MeasuredFile(
    String file, Optional<Kind> wanted, Failed failed, boolean isInSeconds, Consumer<String> told) {
  private static final int BEGINNING = 1 << 16;
  private static final int MOST_BYTES = 1 << 30;

  /** Measurements, once it is known how long a step is to be. */
  interface Content {
    /** In milliseconds; 0 when its steps are what they are. */
    long wantedStep();

    Measurements measurements(long step);
  }

  Content content() {
    try {
      return content(beginning());
    } catch (IOException | InvalidPathException e) {
      throw Trouble.unreadable(file, e);
    }
  }

  private Content content(String beginning) throws IOException {
    if (beginning.startsWith("{")) {
      return whole(answer());
    }
    Set<String> columns = Set.of(beginning.lines().findFirst().orElse("").strip().split("\"?,\"?"));
    if (columns.contains("elapsed") && columns.contains("success")) {
      return requests(RequestLog.JMETER);
    }
    if (columns.contains("metric_name")) {
      return requests(RequestLog.K6);
    }
    if (columns.contains("time") && columns.contains("requests")) {
      check(Kind.ERRORS, Set.of(Kind.ERRORS));
      return whole(CountTable.counts(file));
    }
    if (columns.contains("time") && columns.contains("value")) {
      Kind kind = wanted.orElse(Kind.LEVEL);
      check(kind, Set.of(Kind.LEVEL, Kind.GROWTH, Kind.RATE));
      return whole(CountTable.values(file, kind));
    }
    throw new Trouble(
        ExitCode.REFUSED,
        """
        %s is nothing that can be compared: it begins with '%s'.
        Read are answers of Prometheus to range queries (JSON), and tables (CSV) whose first line names the columns: \
        timeStamp,elapsed,label,success as JMeter writes them, metric_name,timestamp,metric_value as k6 does, \
        time,requests,errors, or time,value.\
        """
            .formatted(
                file,
                beginning
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip()
                    .transform(MeasuredFile::shortened)));
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }

  private Measurements answer() throws IOException {
    List<Series> series;
    try (InputStream in = Opened.at(Path.of(file), MOST_BYTES)) {
      series = Matrix.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (Matrix.Unfit unfit) {
      throw refused("%s: %s.".formatted(file, unfit.why()));
    }
    Kind kind =
        wanted
            .or(() ->
                StoredAnswer.isHistogram(series) ? Optional.of(Kind.LATENCY) : Optional.empty())
            .orElseThrow(() ->
                refused(
                    "What %s measures cannot be told from it. Say --metric errors, latency, level, growth or rate."
                        .formatted(file)));
    if (kind == Kind.LATENCY && !StoredAnswer.isHistogram(series) && !series.isEmpty()) {
      throw refused(
          "%s is no histogram: series have no label le. Ask for …_bucket, without a sum over le."
              .formatted(file));
    }
    if (kind == Kind.ERRORS && !failed.isTold(series) && !series.isEmpty()) {
      throw refused(
          "Which series of %s count failed requests cannot be told: none has a label %s. Say --failed LABEL=REGEX."
              .formatted(file, String.join(" or ", failed.labels())));
    }
    return StoredAnswer.of(series, kind, failed, isInSeconds);
  }

  private Content requests(RequestLog log) {
    wanted.ifPresent(kind -> check(kind, Set.of(Kind.ERRORS, Kind.LATENCY)));
    RequestTally tally = log.read(file, told);
    if (tally.hasTooManyLabels()) {
      told.accept("%s has more than 20 labels; only all together is judged.".formatted(file));
    }
    return new Content() {
      @Override
      public long wantedStep() {
        return tally.wantedWidth();
      }

      @Override
      public Measurements measurements(long step) {
        Measurements all = tally.measurements(step);
        wanted.ifPresent(kind -> all.metrics().values().removeIf(one -> one.kind() != kind));
        return all;
      }
    };
  }

  private void check(Kind kind, Set<Kind> possible) {
    if (!possible.contains(wanted.orElse(kind))) {
      throw refused(
          "%s does not tell %s. Leave out --metric, or give another file."
              .formatted(file, StoredAnswer.name(wanted.orElse(kind))));
    }
  }

  private static Content whole(Measurements measurements) {
    return new Content() {
      @Override
      public long wantedStep() {
        return 0;
      }

      @Override
      public Measurements measurements(long step) {
        return measurements;
      }
    };
  }

  private String beginning() throws IOException {
    try (InputStream in = Opened.at(Path.of(file), Long.MAX_VALUE)) {
      return new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8).stripLeading();
    }
  }

  private static Trouble refused(String says) {
    return new Trouble(ExitCode.REFUSED, says);
  }
}

package dev.evenkeel.estate.callers;

import dev.evenkeel.estate.advisory.Part;
import dev.evenkeel.estate.text.Json;
import dev.evenkeel.estate.text.JsonFault;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Reads calls from access logs, logs of HAProxy and traces, also packed with gzip. The format is
 * told by the first line that is one. Lines are read one by one.
 */
public final class CallReader {
  /** A trace of many services on one line is the longest. */
  static final int LONGEST_LINE = 32 << 20;

  /** Web servers refuse requests much shorter than this; looking at longer ones takes long. */
  static final int LONGEST_CALL = 8 << 10;

  static final long MOST_BYTES = 2L << 30;
  private static final int MOST_NAMED = 20;

  /** So many lines of nothing known, and it is another file. */
  private static final int LOOKED_AT = 1_000;

  private final List<CallReading.Unread> rejected = new ArrayList<>();
  private final Tally tally = new Tally();
  private final String file;
  private final Optional<String> of;
  private long rejections;

  private CallReader(String file, Optional<String> of) {
    this.file = file;
    this.of = of;
  }

  /**
   * @param of the system whose log it is, where the lines do not say whom they called
   * @param in is not closed
   * @throws UnreadableCalls when nothing of the file may be used
   */
  public static CallReading read(String file, Optional<String> of, InputStream in)
      throws IOException, UnreadableCalls {
    BufferedInputStream raw = new BufferedInputStream(in, 1 << 16);
    raw.mark(2);
    boolean packed = raw.read() == 0x1F && raw.read() == 0x8B;
    raw.reset();
    try {
      return new CallReader(file, of)
          .all(packed ? new BufferedInputStream(new GZIPInputStream(raw), 1 << 16) : raw);
    } catch (EOFException | ZipException e) {
      throw new UnreadableCalls(
          "%s: The packed file is damaged or cut off. Copy it again.".formatted(file));
    }
  }

  private CallReading all(InputStream in) throws IOException, UnreadableCalls {
    Lines lines = new Lines(in);
    Optional<LogLine> format = Optional.empty();
    Traces traces = new Traces();
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (line.isBlank()) {
        continue;
      }
      if (line.startsWith("{") && format.isEmpty()) {
        trace(line, lines, traces);
        continue;
      }
      if (line.length() > LONGEST_CALL) {
        reject(
            lines.number,
            "It is longer than %d KiB; no line of a log is.".formatted(LONGEST_CALL >> 10));
        continue;
      }
      String text = line;
      if (format.isEmpty()) {
        format =
            List.of(new HaproxyLine(), new AccessLine()).stream()
                .filter(one -> one.read(text).isPresent())
                .findFirst();
      }
      Optional<LogLine.Call> call = format.flatMap(one -> one.read(text));
      if (call.isEmpty()) {
        String shown = Part.shortened(text.replaceAll("\\p{Cntrl}", "?"));
        reject(lines.number, "It is no line of a log that is known: '%s'.".formatted(shown));
      } else {
        take(call.get());
      }
      if (format.isEmpty() && rejections > LOOKED_AT) {
        break;
      }
    }
    traces.into(tally);
    rejections += traces.rejected();
    if (format.isEmpty() && traces.size() == 0) {
      throw new UnreadableCalls(
          "%s: No call is found in it. Choose an access log (common or combined), a log of HAProxy (option httplog), or traces of OpenTelemetry in JSON."
              .formatted(file));
    }
    return new CallReading(
        format.map(LogLine::format).orElse("traces of OpenTelemetry"),
        tally.calls(),
        tally.counted(),
        tally.leftOut(),
        rejections,
        rejected);
  }

  private void take(LogLine.Call call) throws UnreadableCalls {
    List<Mark> callee = call.callee();
    if (callee.isEmpty() || of.isPresent()) {
      String system =
          of.orElseThrow(() ->
              new UnreadableCalls(
                  "%s: Its lines do not say whom they called. Say of which system it is the log."
                      .formatted(file)));
      callee = List.of(new Mark(Mark.Kind.SYSTEM, system));
    }
    tally.add(call.caller(), callee, call.at(), call.what());
  }

  private void trace(String line, Lines lines, Traces traces) throws IOException, UnreadableCalls {
    Part record;
    long number = lines.number;
    try {
      record = new Part(Json.read(line), "");
    } catch (JacksonException e) {
      record = number == 1 ? whole(line, lines) : new Part(null, "");
    }
    if (!Traces.looksLike(record)) {
      reject(number, "It holds no spans of OpenTelemetry.");
    } else if (!traces.add(record)) {
      throw new UnreadableCalls(
          "%s: There are more than %,d spans in it. Take it in several parts."
              .formatted(file, Traces.MOST_SPANS));
    }
  }

  /** A document over many lines. */
  private Part whole(String first, Lines lines) throws IOException, UnreadableCalls {
    StringBuilder text = new StringBuilder(first);
    for (String line = lines.next(); line != null; line = lines.next()) {
      text.append('\n').append(line);
      if (text.length() > LONGEST_LINE) {
        throw lines.tooLong();
      }
    }
    try {
      return new Part(Json.read(text.toString()), "");
    } catch (JacksonException e) {
      throw new UnreadableCalls("%s: It is no JSON: %s.".formatted(file, JsonFault.of(e)));
    }
  }

  private void reject(long line, String why) {
    rejections++;
    if (rejected.size() < MOST_NAMED) {
      rejected.add(new CallReading.Unread("%s, line %d".formatted(file, line), why));
    }
  }

  /** Lines of bounded length and number of bytes. */
  private final class Lines {
    private final InputStream in;
    private long number;
    private long bytes;

    Lines(InputStream in) {
      this.in = in;
    }

    @Nullable String next() throws IOException, UnreadableCalls {
      ByteArrayOutputStream line = new ByteArrayOutputStream(256);
      int next = in.read();
      if (next < 0) {
        return null;
      }
      for (; next >= 0 && next != '\n'; next = in.read()) {
        line.write(next);
        if (line.size() > LONGEST_LINE) {
          throw tooLong();
        }
      }
      number++;
      bytes += line.size() + 1;
      if (bytes > MOST_BYTES) {
        throw new UnreadableCalls(
            "%s: It is larger than %d MiB, unpacked. Take it in several parts."
                .formatted(file, MOST_BYTES >> 20));
      }
      return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    UnreadableCalls tooLong() {
      return new UnreadableCalls(
          "%s, line %d: It is longer than %d MiB; no line of a log is."
              .formatted(file, number + 1, LONGEST_LINE >> 20));
    }
  }
}

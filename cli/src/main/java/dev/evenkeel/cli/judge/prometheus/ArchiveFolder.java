package dev.evenkeel.cli.judge.prometheus;

import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Trouble;
import dev.evenkeel.cli.file.Opened;
import dev.evenkeel.cli.judge.prometheus.Archive.Answer;
import dev.evenkeel.cli.server.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers in a folder: {@code index.json} says what was asked, beside it is a file for each answer,
 * as Prometheus gives it.
 */
public final class ArchiveFolder {
  private static final String FORMAT = "evenkeel-recording/1";
  private static final String INDEX = "index.json";
  private static final long MOST_BYTES = 2L << 30;
  private static final double MILLIS = 1000.0;

  private ArchiveFolder() {}

  public static void write(Path folder, Archive archive) {
    ObjectNode index = Json.MAPPER.createObjectNode();
    index.put("format", FORMAT);
    index.put("from", archive.from().toString());
    index.put("to", archive.to().toString());
    ArrayNode answers = index.putArray("answers");
    try {
      Files.createDirectories(folder);
      for (int i = 0; i < archive.answers().size(); i++) {
        Answer answer = archive.answers().get(i);
        String file = String.format(Locale.ROOT, "%03d.json.gz", i + 1);
        write(folder.resolve(file), answer.series());
        ObjectNode one = answers.addObject();
        one.put("source", answer.question().source());
        one.put("target", answer.question().target());
        one.put("field", answer.question().field());
        one.put("query", answer.question().query());
        one.put("file", file);
      }
      Files.writeString(folder.resolve(INDEX), index.toPrettyString() + "\n");
    } catch (IOException | JacksonException e) {
      throw Trouble.unwritable(folder.toString(), e);
    }
  }

  private static void write(Path file, List<Series> series) throws IOException {
    try (OutputStream out =
            new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file)), 1 << 16);
        JsonGenerator json = Json.MAPPER.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringProperty("status", "success");
      json.writeObjectPropertyStart("data");
      json.writeStringProperty("resultType", "matrix");
      json.writeArrayPropertyStart("result");
      for (Series one : series) {
        json.writeStartObject();
        json.writeObjectPropertyStart("metric");
        one.labels().forEach(json::writeStringProperty);
        json.writeEndObject();
        json.writeArrayPropertyStart("values");
        for (int i = 0; i < one.millis().length; i++) {
          json.writeStartArray();
          json.writeNumber(one.millis()[i] / MILLIS);
          json.writeString(text(one.values()[i]));
          json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
    }
  }

  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  public static Archive read(Path folder) {
    Path index = folder.resolve(INDEX);
    try {
      JsonNode document = Json.MAPPER.readTree(Files.readString(index));
      if (!document.path("format").asString("").equals(FORMAT)) {
        throw refused("%s is not of the format %s.".formatted(index, FORMAT));
      }
      List<Answer> answers = new ArrayList<>();
      for (JsonNode one : document.path("answers")) {
        Path file = folder.resolve(one.path("file").asString(""));
        if (!folder.equals(file.getParent())) {
          throw refused("%s names a file outside of its folder: %s.".formatted(index, file));
        }
        answers.add(
            new Answer(
                new Question(
                    one.path("source").asString(""),
                    one.path("target").asString(""),
                    one.path("field").asString(""),
                    "",
                    one.path("query").asString("")),
                series(file)));
      }
      return new Archive(
          Instant.parse(document.path("from").asString("")),
          Instant.parse(document.path("to").asString("")),
          answers);
    } catch (NoSuchFileException e) {
      throw refused(
          "%s holds no recording: there is no %s. Name a folder that `evenkeel judge backtest --save` wrote."
              .formatted(folder, e.getFile()));
    } catch (JacksonException | DateTimeException | InvalidPathException e) {
      throw refused("%s is broken: %s. Record it again.".formatted(index, e.getMessage()));
    } catch (IOException e) {
      throw Trouble.unreadable(folder.toString(), e);
    }
  }

  private static List<Series> series(Path file) throws IOException {
    try (InputStream in = Opened.at(file, MOST_BYTES)) {
      return Matrix.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (Matrix.Unfit unfit) {
      throw refused("%s: %s. Record it again.".formatted(file, unfit.why()));
    }
  }

  private static Trouble refused(String says) {
    return new Trouble(ExitCode.REFUSED, says);
  }
}

package dev.evenkeel.estate.advisory;

import dev.evenkeel.estate.text.Json;
import dev.evenkeel.estate.text.JsonFault;
import dev.evenkeel.runbook.Utf8;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** The records of a text: one, a list of them, one a line, or a document of XML. */
final class RecordText {
  /** The largest record read; the longest CSAF documents of vendors have about 20 MiB. */
  static final int LONGEST_RECORD = 32 << 20;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(100)
                  .maxNameLength(2_000)
                  .maxStringLength(4 << 20)
                  .maxNumberLength(100)
                  .build())
          .build();

  /** Takes the records, one after the other. */
  interface Records {
    void record(String place, Part record) throws UnreadableFile;

    /** One that cannot be read, while those after it can. */
    void unreadable(String place, String why);
  }

  private final Records records;

  RecordText(Records records) {
    this.records = records;
  }

  /** Lines when the first line is a whole object; otherwise one text. */
  void read(String name, InputStream raw) throws IOException, UnreadableFile {
    BufferedInputStream in = new BufferedInputStream(raw);
    skipMark(in);
    byte[] first = line(in, name);
    while (first.length > 0 && new String(first, StandardCharsets.UTF_8).isBlank()) {
      first = line(in, name);
    }
    if (first.length == 0) {
      throw new UnreadableFile("%s: It is empty. Fetch it again.".formatted(name));
    }
    if (new String(first, StandardCharsets.UTF_8).stripLeading().startsWith("<")) {
      xml(name, new SequenceInputStream(new ByteArrayInputStream(first), in));
    } else if (isWhole(first)) {
      lines(name, first, in);
    } else {
      whole(name, new SequenceInputStream(new ByteArrayInputStream(first), in));
    }
  }

  private void xml(String name, InputStream in) throws IOException, UnreadableFile {
    byte[] bytes = in.readNBytes(LONGEST_RECORD + 1);
    if (bytes.length > LONGEST_RECORD) {
      throw tooLong(name);
    }
    switch (Utf8.of(bytes)) {
      case Utf8.Text(var text) -> records.record(name, Part.whole(CycloneDxXml.read(name, text)));
      case Utf8.Broken broken ->
          throw new UnreadableFile(
              "%s, line %d: It is not in UTF-8. Save it as UTF-8."
                  .formatted(name, broken.where().line()));
    }
  }

  private static boolean isWhole(byte[] line) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (JacksonException _) {
      return false;
    }
  }

  private void lines(String name, byte[] first, InputStream in) throws IOException, UnreadableFile {
    int number = 1;
    for (byte[] line = first; line.length > 0; line = line(in, name), number++) {
      if (line.length == 1 && line[0] == '\n' || line.length == 2 && line[0] == '\r') {
        continue;
      }
      String place = "%s, line %d".formatted(name, number);
      try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), line)) {
        parser.nextToken();
        Part record = Part.whole(Json.value(parser));
        if (parser.nextToken() != null) {
          throw new Unfit("", "There is more on the line after the record.");
        }
        records.record(place, record);
      } catch (JacksonException e) {
        records.unreadable(place, "It is no JSON: %s.".formatted(JsonFault.says(e)));
      } catch (Unfit e) {
        records.unreadable(place, e.why());
      }
    }
  }

  private void whole(String name, InputStream in) throws IOException, UnreadableFile {
    Limited limited = new Limited(in);
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), limited)) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_ARRAY) {
        for (int at = 1; parser.nextToken() != JsonToken.END_ARRAY; at++) {
          limited.begin();
          records.record("%s, record %d".formatted(name, at), Part.whole(Json.value(parser)));
        }
      } else if (token == JsonToken.START_OBJECT) {
        limited.begin();
        records.record(name, Part.whole(Json.value(parser)));
      } else {
        throw new UnreadableFile(
            "%s: It is neither an object nor a list. Choose a file of OSV, CSAF, CVE 5, CycloneDX or OpenVEX in JSON, or CycloneDX in XML."
                .formatted(name));
      }
      if (parser.nextToken() != null) {
        throw new UnreadableFile("%s: There is more after its end.".formatted(name));
      }
    } catch (JacksonException e) {
      if (e.getCause() instanceof TooLong) {
        throw tooLong(name);
      }
      if (e.getCause() instanceof EOFException
          || e.getCause() instanceof ZipException
          || e.getCause() instanceof PackedFile.TooLarge) {
        throw (IOException) e.getCause();
      }
      throw new UnreadableFile(
          "%s, line %d, column %d: It is no JSON: %s. Nothing of the file was taken."
              .formatted(
                  name,
                  e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                  e.getLocation() == null ? 0 : e.getLocation().getColumnNr(),
                  JsonFault.says(e)));
    }
  }

  /** With its end of line; empty at the end of the text. */
  private static byte[] line(InputStream in, String name) throws IOException, UnreadableFile {
    ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
    for (int next = in.read(); next >= 0; next = in.read()) {
      line.write(next);
      if (next == '\n') {
        break;
      }
      if (line.size() > LONGEST_RECORD) {
        throw tooLong(name);
      }
    }
    return line.toByteArray();
  }

  private static UnreadableFile tooLong(String name) {
    return new UnreadableFile(
        "%s: A record in it is longer than %d MiB. No advisory is; check where the file comes from."
            .formatted(name, LONGEST_RECORD >> 20));
  }

  private static void skipMark(BufferedInputStream in) throws IOException {
    in.mark(3);
    byte[] head = in.readNBytes(3);
    if (!PackedFile.begins(head, 0xEF, 0xBB, 0xBF)) {
      in.reset();
    }
  }

  private static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;

    TooLong() {
      super("a record is too long");
    }
  }

  /** Lets through only so much since the last record began. */
  private static final class Limited extends PackedFile.Unclosed {
    private long since;

    Limited(InputStream in) {
      super(in);
    }

    void begin() {
      since = 0;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      int read = super.read(to, from, length);
      since += Math.max(0, read);
      if (since > LONGEST_RECORD) {
        throw new TooLong();
      }
      return read;
    }
  }
}

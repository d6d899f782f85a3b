package dev.evenkeel.estate.advisory;

import dev.evenkeel.estate.advisory.AdvisoryReading.Rejected;
import dev.evenkeel.estate.text.Json;
import dev.evenkeel.estate.text.JsonFault;
import dev.evenkeel.runbook.Utf8;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads files of advisories: one record, a list of them, one a line, or a {@code .zip} of such
 * files; also packed with gzip. The format of each record is told by what it holds.
 *
 * <ol>
 *   <li>Records are handed on one by one; never more than one is in memory.
 *   <li>A record that does not fit is rejected with its place and reason, and the next is read.
 *   <li>A file whose records cannot be told apart any more is unreadable; whoever takes records
 *       must then forget those it was handed.
 * </ol>
 */
public final class AdvisoryReader {
  /** The largest record read; the longest CSAF documents of vendors have about 20 MiB. */
  static final int LONGEST_RECORD = 32 << 20;

  /** Most bytes of all files together, unpacked; all of OSV's npm records have about 600 MiB. */
  static final long MOST_BYTES = 2L << 30;

  static final int MOST_RECORDS = 500_000;
  static final int MOST_NAMED = 100;
  private static final int LONGEST_ID = 300;

  /** JSON shrinks to a tenth, lists with much repetition to a fiftieth. */
  private static final int MOST_RATIO = 250;

  /** So little may have any ratio. */
  private static final long SMALL = 8L << 20;

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

  private final Consumer<Advisory> taker;
  private final Map<String, Integer> taken = new HashMap<>();
  private final List<Rejected> rejected = new ArrayList<>();
  private final List<Rejected> remarks = new ArrayList<>();
  private final long packed;
  private long unpacked;
  private int rejections;
  private int records;

  private AdvisoryReader(long packed, Consumer<Advisory> taker) {
    this.packed = packed;
    this.taker = taker;
  }

  /**
   * @param size of the file as it is, packed or not
   * @param in is not closed
   * @param taker is given every record that fits
   * @throws UnreadableFile when nothing of the file may be used
   */
  public static AdvisoryReading read(
      String file, long size, InputStream in, Consumer<Advisory> taker)
      throws IOException, UnreadableFile {
    AdvisoryReader reader = new AdvisoryReader(size, taker);
    try {
      reader.file(file, new BufferedInputStream(in));
    } catch (EOFException | ZipException e) {
      throw new UnreadableFile(
          "%s: The packed file is damaged or cut off: %s. Copy it again, and check that it can be unpacked."
              .formatted(file, e.getMessage()));
    } catch (TooLarge e) {
      throw new UnreadableFile(e.why());
    }
    if (reader.records == 0) {
      throw new UnreadableFile(
          "%s: There is no record in it. Choose a file of OSV, CSAF, CVE 5, CycloneDX or OpenVEX in JSON, or CycloneDX in XML."
              .formatted(file));
    }
    return new AdvisoryReading(reader.taken, reader.rejected, reader.rejections, reader.remarks);
  }

  private void file(String name, BufferedInputStream in) throws IOException, UnreadableFile {
    in.mark(4);
    byte[] head = in.readNBytes(4);
    in.reset();
    if (begins(head, 0x1F, 0x8B)) {
      texts(name.replaceFirst("(?i)\\.gz$", ""), counted(name, new GZIPInputStream(in)));
    } else if (begins(head, 'P', 'K', 3, 4)) {
      zip(name, in);
    } else {
      texts(name, counted(name, in));
    }
  }

  private void zip(String name, InputStream in) throws IOException, UnreadableFile {
    try (ZipInputStream zip = new ZipInputStream(new Unclosed(in))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String plain = entry.getName().replaceFirst(".*[/\\\\]", "");
        if (!entry.isDirectory() && !plain.startsWith(".")) {
          entry(plain, counted(name, zip));
        }
      }
    } catch (IllegalArgumentException e) {
      throw new ZipException("a name in it is no text");
    }
    if (records == 0) {
      throw new ZipException("no file is found in it");
    }
  }

  /** What an archive holds beside a broken file can still be told apart. */
  private void entry(String name, InputStream in) throws IOException, UnreadableFile {
    int before = records;
    try {
      texts(name, in);
    } catch (UnreadableFile e) {
      if (records > before) {
        throw e;
      }
      records++;
      reject(name, e.why());
    }
  }

  /** Lines when the first line is a whole object; otherwise one text. */
  private void texts(String name, InputStream raw) throws IOException, UnreadableFile {
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
      case Utf8.Text(var text) -> record(name, Part.whole(CycloneDxXml.read(name, text)));
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
        record(place, record);
      } catch (JacksonException e) {
        records++;
        reject(place, "It is no JSON: %s.".formatted(JsonFault.says(e)));
      } catch (Unfit e) {
        records++;
        reject(place, e.why());
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
          record("%s, record %d".formatted(name, at), Part.whole(Json.value(parser)));
        }
      } else if (token == JsonToken.START_OBJECT) {
        limited.begin();
        record(name, Part.whole(Json.value(parser)));
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
          || e.getCause() instanceof TooLarge) {
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

  private void record(String place, Part record) throws UnreadableFile {
    if (++records > MOST_RECORDS) {
      throw new UnreadableFile(
          "There are more than %,d records in it. Import them in several files."
              .formatted(MOST_RECORDS));
    }
    try {
      take(place, record);
    } catch (Unfit e) {
      reject(e.at().isEmpty() ? place : place + ", " + e.at(), e.why());
    }
  }

  private void take(String place, Part record) {
    if (Csaf.looksLike(record)) {
      hand("CSAF", Csaf.read(record, remark -> remark(place, remark)));
    } else if (CycloneDx.looksLike(record)) {
      hand("CycloneDX", CycloneDx.read(record, remark -> remark(place, remark)));
    } else if (OpenVex.looksLike(record)) {
      hand("OpenVEX", OpenVex.read(record, remark -> remark(place, remark)));
    } else if (Cve.looksLike(record)) {
      hand("CVE", List.of(Cve.read(record)));
    } else if (Osv.looksLike(record)) {
      hand("OSV", List.of(Osv.read(record)));
    } else {
      throw new Unfit("", Unknown.says(record));
    }
  }

  private void hand(String format, List<Advisory> advisories) {
    for (Advisory advisory : advisories) {
      if (advisory.id().length() > LONGEST_ID || !advisory.id().matches("\\P{Cntrl}+")) {
        throw new Unfit("", "Its id '%s' is no name.".formatted(Part.shortened(advisory.id())));
      }
    }
    advisories.forEach(taker);
    taken.merge(format, 1, Integer::sum);
  }

  private void reject(String place, String why) {
    rejections++;
    if (rejected.size() < MOST_NAMED) {
      rejected.add(new Rejected(place, why));
    }
  }

  private void remark(String place, String what) {
    if (remarks.size() < MOST_NAMED) {
      remarks.add(new Rejected(place, what));
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
    if (!begins(head, 0xEF, 0xBB, 0xBF)) {
      in.reset();
    }
  }

  private static boolean begins(byte[] bytes, int... with) {
    if (bytes.length < with.length) {
      return false;
    }
    for (int i = 0; i < with.length; i++) {
      if ((bytes[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }

  private InputStream counted(String name, InputStream in) {
    return new Counted(in, name);
  }

  private static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    private final String why;

    TooLarge(String why) {
      super(why);
      this.why = why;
    }

    String why() {
      return why;
    }
  }

  private static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;

    TooLong() {
      super("a record is too long");
    }
  }

  /** Is not closed with the stream that reads it. */
  private static class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }

  /** Counts what is unpacked, over all files. */
  private final class Counted extends Unclosed {
    private final String name;

    Counted(InputStream in, String name) {
      super(in);
      this.name = name;
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      int read = super.read(to, from, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int bytes) throws TooLarge {
      unpacked += bytes;
      if (unpacked > MOST_BYTES) {
        throw new TooLarge(
            "%s: It is larger than %d MiB, unpacked. Import it in several parts."
                .formatted(name, MOST_BYTES >> 20));
      }
      if (unpacked > Math.max(SMALL, packed * MOST_RATIO)) {
        throw new TooLarge(
            "%s: Unpacked it grows to more than %d times its size; no file of this kind does that. If it can be trusted, unpack it and import what it holds."
                .formatted(name, MOST_RATIO));
      }
    }
  }

  /** Lets through only so much since the last record began. */
  private static final class Limited extends Unclosed {
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

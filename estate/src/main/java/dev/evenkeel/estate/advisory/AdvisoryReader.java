package dev.evenkeel.estate.advisory;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.zip.ZipException;

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
  private AdvisoryReader() {}

  /**
   * @param size of the file as it is, packed or not
   * @param in is not closed
   * @param taker is given every record that fits
   * @throws UnreadableFile when nothing of the file may be used
   */
  public static AdvisoryReading read(
      String file, long size, InputStream in, Consumer<Advisory> taker)
      throws IOException, UnreadableFile {
    TakenRecords records = new TakenRecords(taker);
    try {
      new PackedFile(size, records).read(file, new BufferedInputStream(in));
    } catch (EOFException | ZipException e) {
      throw new UnreadableFile(
          "%s: The packed file is damaged or cut off: %s. Copy it again, and check that it can be unpacked."
              .formatted(file, e.getMessage()));
    } catch (PackedFile.TooLarge e) {
      throw new UnreadableFile(e.why());
    }
    if (records.isEmpty()) {
      throw new UnreadableFile(
          "%s: There is no record in it. Choose a file of OSV, CSAF, CVE 5, CycloneDX or OpenVEX in JSON, or CycloneDX in XML."
              .formatted(file));
    }
    return records.reading();
  }
}

package dev.evenkeel.estate.advisory;

import dev.evenkeel.estate.advisory.AdvisoryReading.Remark;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Tells the format of each record, hands on what it says, and notes what does not fit. */
final class TakenRecords implements PackedFile.Texts, RecordText.Records {
  static final int MOST_RECORDS = 500_000;
  static final int MOST_NAMED = 100;
  private static final int LONGEST_ID = 300;

  private final Consumer<Advisory> taker;
  private final RecordText texts = new RecordText(this);
  private final Map<String, Integer> taken = new HashMap<>();
  private final List<Remark> rejected = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();
  private int rejections;
  private int records;

  TakenRecords(Consumer<Advisory> taker) {
    this.taker = taker;
  }

  AdvisoryReading reading() {
    return new AdvisoryReading(taken, rejected, rejections, remarks);
  }

  @Override
  public boolean isEmpty() {
    return records == 0;
  }

  @Override
  public void text(String name, InputStream in) throws IOException, UnreadableFile {
    texts.read(name, in);
  }

  /** What an archive holds beside a broken file can still be told apart. */
  @Override
  public void entry(String name, InputStream in) throws IOException, UnreadableFile {
    int before = records;
    try {
      texts.read(name, in);
    } catch (UnreadableFile e) {
      if (records > before) {
        throw e;
      }
      unreadable(name, e.why());
    }
  }

  @Override
  public void record(String place, Part record) throws UnreadableFile {
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

  @Override
  public void unreadable(String place, String why) {
    records++;
    reject(place, why);
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
      rejected.add(new Remark(place, why));
    }
  }

  private void remark(String place, String what) {
    if (remarks.size() < MOST_NAMED) {
      remarks.add(new Remark(place, what));
    }
  }
}

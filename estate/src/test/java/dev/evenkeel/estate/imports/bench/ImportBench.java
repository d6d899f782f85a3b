package dev.evenkeel.estate.imports.bench;

import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.imports.CsvMapping;
import dev.evenkeel.estate.imports.Imported;
import dev.evenkeel.estate.imports.Imports;
import dev.evenkeel.estate.imports.Merge;
import dev.evenkeel.estate.imports.Merge.Merged;
import dev.evenkeel.estate.imports.Said;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.Supplier;

/** How long a large table takes to be read and merged; {@code bench/imports.sh} runs it. */
public final class ImportBench {
  private static final int SYSTEMS = 100_000;
  private static final int NEEDS = 5;

  private ImportBench() {}

  /**
   * @param arguments a seed, or none
   */
  public static void main(String[] arguments) throws IOException {
    long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1;
    byte[] table = table(new Random(seed));
    System.out.printf("seed %d, %,d MB%n", seed, table.length / 1_000_000);
    Imported imported = timed("read", () -> read(table));
    Merged first =
        timed(
            "merge into an empty estate",
            () -> Merge.of(Estate.EMPTY, "csv", imported, Said.NOTHING));
    Estate estate = Estate.EMPTY.after(Estate.EMPTY.changesBy(first.documents()));
    Merged again =
        timed("merge the same again", () -> Merge.of(estate, "csv", imported, first.said()));
    int changes = timed("compare", () -> estate.changesBy(again.documents())).size();
    long needs = estate.all().filter(d -> d.json().contains("dependsOn")).count();
    System.out.printf(
        "%,d documents, %,d of them with dependencies, %d rejected, %d changes by the second%n",
        estate.size(), needs, imported.rejected().size() + first.rejected().size(), changes);
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    System.out.printf(
        "kept: %,d MB of memory%n", (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000);
  }

  private static Imported read(byte[] table) {
    try {
      CsvMapping mapping =
          Imports.propose(EntryKind.SYSTEM, "estate.csv", new ByteArrayInputStream(table))
              .orElseThrow()
              .mapping(EntryKind.SYSTEM);
      return Imports.read(
          Imports.csv(mapping.separating("|")), "estate.csv", new ByteArrayInputStream(table));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] table(Random random) {
    StringBuilder text =
        new StringBuilder(
            "id;name;type;version;criticality;owner;team;warranty end;location;users;depends on\n");
    for (int i = 0; i < SYSTEMS; i++) {
      text.append(i).append(";System ").append(i).append(";application;");
      text.append(random.nextInt(20)).append('.').append(random.nextInt(20));
      text.append(';').append(i % 10 == 0 ? "high" : "low");
      text.append(";Person ").append(random.nextInt(500));
      text.append(";Team ").append(random.nextInt(50));
      text.append(";2027-12-").append(10 + random.nextInt(20));
      text.append(";Site ").append(random.nextInt(40)).append(';').append(random.nextInt(5000));
      text.append(';');
      for (int need = 0; need < NEEDS; need++) {
        text.append(need == 0 ? "" : "|").append(needed(i, need, random));
      }
      text.append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Five others, none twice. */
  private static int needed(int of, int nth, Random random) {
    int share = SYSTEMS / NEEDS;
    int other = nth * share + random.nextInt(share);
    return other == of ? (other + 1) % SYSTEMS : other;
  }

  private static <T> T timed(String what, Supplier<T> work) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long begin = System.nanoTime();
    long worked = threads.getCurrentThreadCpuTime();
    T result = work.get();
    System.out.printf(
        "%s: %.1f s, %.1f s of processor time%n",
        what,
        (System.nanoTime() - begin) / 1e9,
        (threads.getCurrentThreadCpuTime() - worked) / 1e9);
    return result;
  }
}

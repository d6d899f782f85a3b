package dev.evenkeel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** All contestants at all problems, one after the other, each in a process of its own. */
final class Race {
  private static final int GRACE_SECONDS = 60;

  private Race() {}

  /**
   * @param args seconds, problems
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    int seconds = Integer.parseInt(args[0]);
    System.out.println(
        "| instance | contestant | total | gap to the best bound | left out | first timetable after | took |");
    System.out.println("|---|---|---:|---:|---:|---:|---:|");
    for (String file : List.of(args).subList(1, args.length)) {
      Map<Contestant, Optional<Result>> results = new EnumMap<>(Contestant.class);
      for (Contestant one : Contestant.all()) {
        System.err.printf("%s: %s ...%n", Path.of(file).getFileName(), one.title);
        results.put(one, result(one, seconds, file));
      }
      print(Path.of(file).getFileName().toString().replaceAll("\\.json(\\.gz)?$", ""), results);
    }
  }

  private static Optional<Result> result(Contestant one, int seconds, String file)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("evenkeel-bench", ".txt");
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "--sun-misc-unsafe-memory-access=allow",
                  "-XX:ActiveProcessorCount=" + CpSat.WORKERS,
                  "-Xmx8g",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Entry.class.getName(),
                  one.name(),
                  Integer.toString(seconds),
                  file)
              .redirectOutput(out.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try {
        if (!process.waitFor(3L * seconds + GRACE_SECONDS, TimeUnit.SECONDS)) {
          return Optional.empty();
        }
      } finally {
        process.destroyForcibly().waitFor();
      }
      return Files.readAllLines(out).stream().filter(Result::isOne).map(Result::of).findFirst();
    } finally {
      Files.delete(out);
    }
  }

  private static void print(String name, Map<Contestant, Optional<Result>> results) {
    long bound =
        results.values().stream().flatMap(Optional::stream).mapToLong(Result::bound).max().orElse(0);
    results.forEach((one, result) ->
        System.out.printf(
            "| %s | %s | %s |%n",
            name, one.title, result.map(r -> cells(r, bound)).orElse("no answer | | | |")));
    System.out.printf("| %s | *best bound* | %,d | | | | |%n", name, bound);
  }

  private static String cells(Result result, long bound) {
    if (!result.isValid()) {
      return "no timetable%s | | | | %.1f s"
          .formatted(
              result.violations() > 0 ? ", %d rules broken".formatted(result.violations()) : "",
              result.tookMillis() / 1e3);
    }
    return "%,d | %s | %d | %.2f s | %.1f s"
        .formatted(
            result.total(),
            bound > 0 ? "%.2f %%".formatted(100.0 * (result.total() - bound) / bound) : "",
            result.leftOut(),
            result.firstMillis() / 1e3,
            result.tookMillis() / 1e3);
  }
}

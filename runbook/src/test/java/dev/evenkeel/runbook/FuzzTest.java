package dev.evenkeel.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever the text: a runbook or an error with a place, never an exception. */
class FuzzTest {
  private static final List<String> SCRAPS =
      List.of(
          "${",
          "}",
          "${inputs.to}",
          "$${",
          ": ",
          "- ",
          "\n",
          "\t",
          "[",
          "]",
          "{",
          "}",
          "\"",
          "'",
          "&a ",
          "*a",
          "!x ",
          "<<: ",
          "---\n",
          "...\n",
          "? ",
          "|",
          ">",
          "#",
          "%",
          "100%",
          "-5%",
          "null",
          "~",
          "true",
          "1e999",
          ".nan",
          "0x1F",
          "99999999999999999999",
          "7d",
          "999999999d",
          "\u0000",
          "\uD800",
          "\uFEFF",
          "\u2028",
          "é",
          "😀",
          "when: not",
          "(",
          "==",
          "point-of-no-return",
          "each: upgraded",
          "groups: [pilot]",
          "retries: -1",
          "exec",
          "sql",
          "x".repeat(300));

  @Test
  void never_throws_whatever_the_text() throws IOException {
    long seed = Long.getLong("seed", new Random().nextLong());
    Random random = new Random(seed);
    List<String> good = List.of(SampleTest.sample(), Broken.GOOD);
    for (int i = 0; i < Integer.getInteger("fuzz", 4_000); i++) {
      String text = good.get(random.nextInt(good.size()));
      for (int edits = 1 + random.nextInt(6); edits > 0; edits--) {
        text = mutated(text, random);
      }
      look(text, "seed %d, mutation %d".formatted(seed, i));
    }
  }

  private static void look(String text, String which) {
    Reading reading;
    try {
      reading = RunbookReader.read("fuzz.yaml", text);
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(which + "\n" + text, e);
    }
    assertThat(reading.runbook().isPresent()).as(which).isEqualTo(reading.errors().isEmpty());
    assertThat(reading.findings())
        .as(which)
        .allSatisfy(finding -> {
          assertThat(Rule.values()).extracting(Rule::id).contains(finding.rule());
          assertThat(finding.message()).isNotBlank();
          assertThat(finding.wayOut()).isNotBlank();
          assertThat(finding.where().line()).isPositive();
        });
  }

  private static String mutated(String text, Random random) {
    if (text.isEmpty()) {
      return "x";
    }
    int at = random.nextInt(text.length());
    int end = Math.min(text.length(), at + 1 + random.nextInt(12));
    List<String> lines = text.lines().collect(Collectors.toList());
    int line = random.nextInt(lines.size());
    return switch (random.nextInt(8)) {
      case 0 -> text.substring(0, at) + text.substring(end);
      case 1 -> text.substring(0, at) + scrap(random) + text.substring(at);
      case 2 -> text.substring(0, at) + scrap(random) + text.substring(end);
      case 3 -> {
        lines.remove(line);
        yield String.join("\n", lines);
      }
      case 4 -> {
        lines.add(random.nextInt(lines.size()), lines.get(line));
        yield String.join("\n", lines);
      }
      case 5 -> {
        lines.set(line, " ".repeat(random.nextInt(4)) + lines.get(line));
        yield String.join("\n", lines);
      }
      case 6 -> {
        // another value for a key
        String old = lines.get(line);
        lines.set(
            line,
            old.contains(": ") ? old.substring(0, old.indexOf(": ") + 2) + scrap(random) : old);
        yield String.join("\n", lines);
      }
      default -> {
        // a mistyped letter
        char[] letters = text.toCharArray();
        letters[at] = (char) ('!' + random.nextInt(94));
        yield new String(letters);
      }
    };
  }

  private static String scrap(Random random) {
    return SCRAPS.get(random.nextInt(SCRAPS.size()));
  }
}

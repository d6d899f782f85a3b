package dev.evenkeel.server.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that docs/security.md names are there. */
class SecurityDocTest {
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*(?:Test|IT))(?:\\.(\\w+))?`");

  @Test
  void every_test_that_the_page_names_is_there_and_every_point_names_one() throws IOException {
    Map<String, String> tests = tests();
    List<String> missing = new ArrayList<>();
    int points = 0;
    for (String line : Files.readAllLines(Path.of("../docs/security.md"))) {
      var names = NAMED.matcher(line);
      boolean any = false;
      while (names.find()) {
        any = true;
        var text = Optional.ofNullable(tests.get(names.group(1)));
        var method = Optional.ofNullable(names.group(2));
        if (text.isEmpty()
            || method.filter(one -> !text.get().contains("void " + one + "(")).isPresent()) {
          missing.add(names.group());
        }
      }
      if (line.matches("\\| .*[0-9].*\\|")) {
        points++;
        assertThat(any).as(line).isTrue();
      }
    }
    assertThat(missing).isEmpty();
    assertThat(points).isGreaterThan(40);
  }

  /** Their text by the name of the class, which no two share. */
  private static Map<String, String> tests() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      return files
          .filter(file -> file.toString().matches(".*(Test|IT)\\.java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  SecurityDocTest::text,
                  (one, _) -> one));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

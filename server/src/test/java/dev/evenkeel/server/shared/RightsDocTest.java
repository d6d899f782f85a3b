package dev.evenkeel.server.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What docs/rights.md says of roles and rights is what they are. */
class RightsDocTest {
  @Test
  void the_page_lists_every_right_with_what_it_lets_do() throws IOException {
    assertThat(page())
        .contains(
            Arrays.stream(Right.values())
                .map(right -> "| %s | %s |".formatted(right.word(), right.says()))
                .collect(Collectors.joining("\n", "|---|---|\n", "\n\n")));
  }

  @Test
  void the_page_lists_every_role_with_its_rights() throws IOException {
    assertThat(page())
        .contains(
            Arrays.stream(Role.values())
                .map(role ->
                    "| %s | %s |"
                        .formatted(
                            role.word(),
                            role.rights().stream()
                                .map(Right::word)
                                .collect(Collectors.joining(", "))))
                .collect(Collectors.joining("\n", "|---|---|\n", "\n\n")));
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("../docs/rights.md"));
  }
}

package dev.evenkeel.estate.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Debian's order is compared with that of dpkg itself; skipped where there is none. */
class DpkgAgreesTest {
  private static final Path DPKG = Path.of("/usr/bin/dpkg");
  private static final String LETTERS = "0012~+.-ab";

  @Test
  void orders_any_two_versions_as_dpkg_does() throws Exception {
    assumeTrue(Files.isExecutable(DPKG), "no " + DPKG);
    var random = new SplittableRandom(5612);
    for (var pair = 0; pair < 250; pair++) {
      var one = version(random);
      var other = version(random);
      var order = one.compareTo(other);
      var word = order < 0 ? "lt" : order > 0 ? "gt" : "eq";
      assertThat(dpkgSays(one, word, other)).as("%s %s %s", one, word, other).isTrue();
    }
  }

  private static boolean dpkgSays(Version one, String word, Version other)
      throws IOException, InterruptedException {
    return new ProcessBuilder(
                DPKG.toString(), "--compare-versions", one.toString(), word, other.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  private static Version version(SplittableRandom random) {
    var text = new StringBuilder(random.nextInt(5) == 0 ? "1:1" : "1");
    for (var left = random.nextInt(7); left > 0; left--) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    // dpkg wants something in the revision
    return VersionTest.version(VersionScheme.DEBIAN, text.append('0').toString());
  }
}

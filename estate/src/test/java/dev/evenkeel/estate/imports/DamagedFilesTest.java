package dev.evenkeel.estate.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.estate.Estate;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that something happened to on their way. */
class DamagedFilesTest {
  private static final int TIMES = 300;

  static Iterable<Map.Entry<String, String>> fixtures() {
    return ImportContract.FIXTURES.entrySet();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void whatever_happened_there_is_a_report_and_never_an_exception(
      Map.Entry<String, String> fixture) {
    ImportFormat format = Imports.format(fixture.getKey()).orElseThrow();
    byte[] whole = ImportContract.bytes(fixture.getValue());
    for (int seed = 0; seed < TIMES; seed++) {
      byte[] damaged = damaged(whole, new Random(seed));
      Imported imported;
      try {
        imported = ImportContract.read(format, fixture.getValue(), damaged);
        Merge.of(Estate.EMPTY, format.id(), imported, Said.NOTHING);
      } catch (RuntimeException e) {
        throw new AssertionError(fixture + " with seed " + seed, e);
      }
      assertThat(imported.rowsRead()).as("seed %d", seed).isPositive();
    }
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    for (int i = random.nextInt(8); i >= 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) "{}[]<>,;:\"'&*\n\r\t -#".charAt(random.nextInt(19));
        case 2 -> {
          int length = Math.min(random.nextInt(200), bytes.length - at);
          System.arraycopy(whole, random.nextInt(whole.length - length), bytes, at, length);
        }
        default -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
      }
    }
    return bytes;
  }
}

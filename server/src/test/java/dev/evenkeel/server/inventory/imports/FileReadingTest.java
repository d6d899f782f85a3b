package dev.evenkeel.server.inventory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.shared.Refused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a server with little memory reads, and what it refuses. */
@ServerTest
class FileReadingTest {
  private static final long SMALL = 64L << 20;

  @Autowired EstateBook book;

  @Test
  void a_packed_file_that_unpacks_to_more_than_there_is_room_for_is_refused_in_a_sentence()
      throws IOException {
    byte[] packed = packed("name\n" + "a-system-of-many\n".repeat(100_000));
    assertThat(packed.length).isLessThan(100_000);
    var reading = new FileReading(book, SMALL);
    assertThatThrownBy(() -> reading.guess("cmdb.csv.gz", () -> new ByteArrayInputStream(packed)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("'cmdb.csv.gz' is larger, unpacked, than the memory of this server")
        .hasMessageContaining("1 MB of such a file")
        .hasMessageContaining("-Xmx4g");
    assertThat(
            new FileReading(book, 16 * SMALL)
                .guess("cmdb.csv.gz", () -> new ByteArrayInputStream(packed)))
        .isPresent();
  }

  private static byte[] packed(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}

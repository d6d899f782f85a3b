package dev.evenkeel.server.inventory.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.inventory.EstateBook;
import dev.evenkeel.server.inventory.Room;
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
    var reading = new FileReading(new Room(book, SMALL));
    assertThatThrownBy(() -> reading.guess("cmdb.csv.gz", () -> new ByteArrayInputStream(packed)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("'cmdb.csv.gz' is larger, unpacked, than the memory of this server")
        .hasMessageContaining("1 MB of such a file")
        .hasMessageContaining("-Xmx4g");
    assertThat(
            new FileReading(new Room(book, 16 * SMALL))
                .guess("cmdb.csv.gz", () -> new ByteArrayInputStream(packed)))
        .isNotNull();
  }

  @Test
  void a_file_that_cannot_be_looked_into_is_refused_with_the_reason() throws IOException {
    var reading = new FileReading(new Room(book, 16 * SMALL));
    byte[] once = packed("name,version\nshop,1\n");
    byte[] twice = packed(once);
    assertThatThrownBy(() -> reading.guess("a.csv.gz", () -> new ByteArrayInputStream(twice)))
        .isInstanceOf(Refused.class)
        .hasMessage(
            "'a.csv' cannot be read. It is packed, and came in a packed file; only one is opened."
                + " Unpack the outer one and import what it holds.");
    assertThatThrownBy(() ->
            reading.guess("a.csv.gz", () -> new ByteArrayInputStream(once, 0, once.length - 9)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("damaged or cut off");
  }

  private static byte[] packed(String text) throws IOException {
    return packed(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] packed(byte[] plain) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }
}

package dev.evenkeel.server.health.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.server.health.store.TailStore.Mark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  @TempDir Path folder;
  private Optional<Mark> mark = Optional.empty();

  @Test
  void gives_the_past_first_and_then_what_is_added() throws IOException {
    add("one\ntwo\n");
    assertThat(read()).containsExactly("one", "two");
    assertThat(read()).isEmpty();
    add("three\nfo");
    assertThat(read()).containsExactly("three");
    add("ur\n");
    assertThat(read()).containsExactly("four");
  }

  @Test
  void a_file_that_is_emptied_or_replaced_is_read_from_its_beginning() throws IOException {
    add("one\ntwo\n");
    read();
    Files.writeString(file(), "new\n");
    assertThat(read()).containsExactly("new");
    Files.move(file(), folder.resolve("old"));
    add("after the rotation\nmore\n");
    assertThat(read()).containsExactly("after the rotation", "more");
  }

  @Test
  void of_a_long_past_only_the_end_is_read_from_a_whole_line_on() throws IOException {
    var line = "x".repeat(99) + "\n";
    add(line.repeat(20_000));
    var lines = read();
    assertThat(lines).hasSizeBetween(LogFile.HISTORY / 100 - 2, LogFile.HISTORY / 100);
    assertThat(lines).allMatch(text -> text.length() == 99);
    add(line.repeat(100_000) + "last\n");
    assertThat(read()).hasSizeLessThan(50_000).endsWith("last");
    add("next\n");
    assertThat(read()).containsExactly("next");
  }

  @Test
  void a_line_without_an_end_does_not_stop_it() throws IOException {
    add("one\n");
    read();
    add("y".repeat(200_000));
    assertThat(read()).isEmpty();
    add("\nnext\n");
    assertThat(read()).endsWith("next");
  }

  @Test
  void bytes_that_are_no_text_are_no_trouble() throws IOException {
    Files.write(file(), new byte[] {(byte) 0xff, 0, (byte) 0xc3, '\n', '\n'});
    assertThat(read()).hasSize(2);
  }

  @Test
  void says_what_cannot_be_read() throws IOException {
    assertThatThrownBy(this::read).hasMessage("there is no file " + file());
    Files.createDirectory(file());
    assertThatThrownBy(this::read).hasMessage(file() + " is no plain file");
  }

  private Path file() {
    return folder.resolve("app.log");
  }

  private void add(String text) throws IOException {
    Files.write(
        file(),
        text.getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private List<String> read() throws IOException {
    var added = LogFile.since(mark, file());
    mark = Optional.of(added.mark());
    return added.lines();
  }
}

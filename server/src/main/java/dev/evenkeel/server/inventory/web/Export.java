package dev.evenkeel.server.inventory.web;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.text.YamlText;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Stream;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Writes documents one after the other, without holding the whole text. */
final class Export {
  private Export() {}

  static StreamingResponseBody of(Stream<Document> documents) {
    return out -> {
      try (Writer text =
          new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16)) {
        Iterator<Document> each = documents.iterator();
        for (String between = ""; each.hasNext(); between = "---\n") {
          text.append(between).append(YamlText.of(each.next()));
        }
      }
    };
  }
}

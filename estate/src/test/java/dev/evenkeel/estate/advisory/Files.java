package dev.evenkeel.estate.advisory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Files in memory, read whole. */
final class Files {

  /** What a file said, and what became of it. */
  record Read(List<Advisory> advisories, AdvisoryReading reading) {
    String rejections() {
      return reading.rejected().stream()
          .map(r -> r.place() + ": " + r.why())
          .collect(Collectors.joining("\n"));
    }
  }

  private Files() {}

  static Read read(String text) throws UnreadableFile {
    return read("advisories.json", text.getBytes(StandardCharsets.UTF_8));
  }

  static Read read(String name, byte[] bytes) throws UnreadableFile {
    List<Advisory> taken = new ArrayList<>();
    try {
      AdvisoryReading reading =
          AdvisoryReader.read(name, bytes.length, new ByteArrayInputStream(bytes), taken::add);
      return new Read(taken, reading);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String osv(String id, String more, String ecosystem, String name, String events) {
    return """
    {"id": "%s", "modified": "2026-03-01T00:00:00Z", %s "summary": "about %s", "affected": [{"package":
    {"ecosystem": "%s", "name": "%s"}, "ranges": [{"type": "ECOSYSTEM", "events": [%s]}]}]}
    """
        .formatted(id, more, id, ecosystem, name, events)
        .replace("\n", " ");
  }
}

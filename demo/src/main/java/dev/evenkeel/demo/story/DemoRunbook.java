package dev.evenkeel.demo.story;

import dev.evenkeel.demo.fleet.Node;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The runbook of the demo; where the usual ports are taken, with others in their place. */
final class DemoRunbook {

  private static final int FIRST_PORT = 9001;

  private DemoRunbook() {}

  static String text(List<Node> nodes) throws IOException {
    String text;
    try (InputStream in =
        DemoRunbook.class.getResourceAsStream("/dev/evenkeel/demo/runbook.yaml")) {
      if (in == null) {
        throw new IllegalStateException("runbook.yaml is missing from the program");
      }
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (int i = 0; i < nodes.size(); i++) {
      text = text.replace("port: " + (FIRST_PORT + i), "port: " + nodes.get(i).port());
    }
    return text;
  }
}

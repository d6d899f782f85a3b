package dev.evenkeel.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.demo.fleet.Node;
import dev.evenkeel.demo.fleet.Release;
import dev.evenkeel.runbook.Reading;
import dev.evenkeel.runbook.RunbookReader;
import dev.evenkeel.runbook.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemoRunbookTest {

  private static final List<Node> NODES =
      IntStream.rangeClosed(1, 4)
          .mapToObj(i -> new Node("n" + i, 40_000 + i, Path.of("/fleet")))
          .toList();

  @Test
  void the_linter_has_nothing_to_say() throws Exception {
    assertThat(reading().findings()).isEmpty();
  }

  @Test
  void knows_the_ports_of_the_nodes_there_are() throws Exception {
    List<Target> targets = reading().runbook().orElseThrow().targets();
    assertThat(targets)
        .extracting(target -> target.name() + " " + target.facts().get("port"))
        .containsExactly("n1 40001", "n2 40002", "n3 40003", "n4 40004");
  }

  @Test
  void goes_from_the_old_release_to_the_new_one_when_nobody_says_otherwise() throws Exception {
    var inputs = reading().runbook().orElseThrow().inputs();
    assertThat(inputs.get("from").fallback()).hasValue(Release.OLD.name());
    assertThat(inputs.get("to").fallback()).hasValue(Release.NEW.name());
  }

  private static Reading reading() throws Exception {
    return RunbookReader.read("runbook.yaml", DemoRunbook.text(NODES));
  }
}

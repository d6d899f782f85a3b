package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.stream.Stream;

/** An advisory and VEX name products. */
final class NoProducts implements Rule {
  @Override
  public String number() {
    return "6.1.27.4";
  }

  @Override
  public Stream<String> problems(Part document) {
    return Tree.isOf(document, "csaf_security_advisory", "csaf_vex")
            && !document.get("product_tree").exists()
        ? Stream.of("/product_tree: it is missing.")
        : Stream.of();
  }
}

package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** No product is defined twice. */
final class ProductDefinedTwice implements Rule {
  @Override
  public String number() {
    return "6.1.2";
  }

  @Override
  public Stream<String> problems(Part document) {
    Set<String> seen = new HashSet<>();
    return Tree.products(document)
        .filter(product -> product.text("product_id").filter(id -> !seen.add(id)).isPresent())
        .map(product ->
            "%s: the product '%s' is defined a second time."
                .formatted(product.path(), product.text("product_id").orElse("")));
  }
}

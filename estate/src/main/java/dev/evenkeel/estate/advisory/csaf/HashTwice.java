package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** A file has one hash of each algorithm. */
final class HashTwice implements Rule {
  @Override
  public String number() {
    return "6.1.25";
  }

  @Override
  public Stream<String> problems(Part document) {
    return Tree.products(document)
        .flatMap(product -> product.get("product_identification_helper").items("hashes"))
        .flatMap(HashTwice::inFile);
  }

  private static Stream<String> inFile(Part file) {
    Set<String> seen = new HashSet<>();
    return file.items("file_hashes")
        .filter(hash -> hash.text("algorithm").filter(name -> !seen.add(name)).isPresent())
        .map(hash ->
            "%s: a second hash by %s."
                .formatted(hash.path(), Part.shortened(hash.text("algorithm").orElse(""))));
  }
}

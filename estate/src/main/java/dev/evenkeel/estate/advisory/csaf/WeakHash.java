package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.List;
import java.util.stream.Stream;

/**
 * An algorithm whose hashes can be forged is not the only one a file is known by.
 *
 * @param number of the test: there is one for each such algorithm
 */
record WeakHash(String number, String algorithm) implements Rule {
  @Override
  public Stream<String> problems(Part document) {
    return Tree.hashedFiles(document)
        .filter(this::alone)
        .map(file -> "%s: %s is its only hash.".formatted(file.path(), algorithm));
  }

  private boolean alone(Part file) {
    List<String> algorithms =
        file.items("file_hashes").flatMap(hash -> hash.text("algorithm").stream()).toList();
    return !algorithms.isEmpty() && algorithms.stream().allMatch(algorithm::equals);
  }
}

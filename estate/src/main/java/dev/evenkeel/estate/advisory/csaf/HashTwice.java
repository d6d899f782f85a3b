package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A file has one hash of each algorithm. The weak ones are passed over: the standard's own example
 * of test 6.2.8 holds two of MD5 and is called valid, so they are only remarked on, by {@link
 * WeakHash}.
 */
final class HashTwice implements Rule {
  private static final Set<String> WEAK = Set.of("md5", "sha1");

  @Override
  public String number() {
    return "6.1.25";
  }

  @Override
  public Stream<String> problems(Part document) {
    return Tree.hashedFiles(document).flatMap(HashTwice::inFile);
  }

  private static Stream<String> inFile(Part file) {
    Set<String> seen = new HashSet<>();
    return file.items("file_hashes")
        .filter(hash ->
            hash.text("algorithm")
                .filter(name -> !WEAK.contains(name) && !seen.add(name))
                .isPresent())
        .map(hash ->
            "%s: a second hash by %s."
                .formatted(hash.path(), Part.shortened(hash.text("algorithm").orElse(""))));
  }
}

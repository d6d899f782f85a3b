package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.stream.Stream;

/** A hash has 64 digits or more. */
final class ShortHash implements Rule {
  @Override
  public String number() {
    return "6.3.5";
  }

  private static final int SHORTEST = 64;

  @Override
  public Stream<String> problems(Part document) {
    return Tree.hashedFiles(document)
        .flatMap(file -> file.items("file_hashes"))
        .filter(hash -> hash.text("value").filter(text -> text.length() < SHORTEST).isPresent())
        .map(hash -> "%s: the hash is shorter than 64 digits.".formatted(hash.path()));
  }
}

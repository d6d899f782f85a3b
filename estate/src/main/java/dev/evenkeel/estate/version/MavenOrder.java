package dev.evenkeel.estate.version;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.maven.artifact.versioning.ComparableVersion;

/**
 * As Maven itself compares, by its own class. Of what nobody would publish ({@code 3-0SNAPSHOT.a},
 * {@code 3dev.postb.v}) it makes an order that contradicts itself.
 */
record MavenOrder(ComparableVersion version, List<String> numbers) implements Order {
  private static final Pattern SHAPE = Pattern.compile("[0-9A-Za-z]+(?:[._+~-][0-9A-Za-z]+)*+");

  static Optional<Order> read(String text) {
    if (!SHAPE.matcher(text).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new MavenOrder(new ComparableVersion(text), LooseOrder.leadingNumbers(text)));
  }

  @Override
  public boolean preRelease() {
    return !numbers.isEmpty()
        && version.compareTo(new ComparableVersion(String.join(".", numbers))) < 0;
  }

  @Override
  public int compareTo(Order order) {
    return Integer.signum(version.compareTo(((MavenOrder) order).version));
  }
}

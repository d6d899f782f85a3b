package dev.evenkeel.estate.advisory.csaf;

import dev.evenkeel.estate.advisory.Part;
import java.util.List;
import java.util.stream.Stream;

/** Above a product stand its vendor, its name and its version, in this order. */
final class UnusualBranches implements Rule {
  private static final List<String> USUAL = List.of("vendor", "product_name", "product_version");

  @Override
  public String number() {
    return "6.3.9";
  }

  @Override
  public Stream<String> problems(Part document) {
    return under(document.get("product_tree"), 0);
  }

  /**
   * @param met how many of the usual ones stand above
   */
  private static Stream<String> under(Part parent, int met) {
    return parent.items("branches").flatMap(branch -> in(branch, met));
  }

  private static Stream<String> in(Part branch, int above) {
    boolean next =
        above < USUAL.size()
            && branch.text("category").filter(USUAL.get(above)::equals).isPresent();
    int met = next ? above + 1 : above;
    Stream<String> here =
        branch.get("product").exists() && met < USUAL.size()
            ? Stream.of("%s: above it there is no %s.".formatted(branch.path(), USUAL.get(met)))
            : Stream.of();
    return Stream.concat(here, under(branch, met));
  }
}

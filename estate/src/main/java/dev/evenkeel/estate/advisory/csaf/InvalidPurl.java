package dev.evenkeel.estate.advisory.csaf;

import com.github.packageurl.MalformedPackageURLException;
import com.github.packageurl.PackageURL;
import dev.evenkeel.estate.advisory.Part;
import java.util.stream.Stream;

/** A package URL is one. */
final class InvalidPurl implements Rule {
  @Override
  public String number() {
    return "6.1.13";
  }

  @Override
  public Stream<String> problems(Part document) {
    return Tree.products(document)
        .map(product -> product.get("product_identification_helper"))
        .flatMap(helper -> Stream.concat(Stream.of(helper.get("purl")), helper.items("purls")))
        .filter(purl -> purl.text().filter(text -> !isPurl(text)).isPresent())
        .map(purl ->
            "%s: '%s' is no package URL."
                .formatted(purl.path(), Part.shortened(purl.text().orElse(""))));
  }

  private static boolean isPurl(String text) {
    try {
      return !new PackageURL(text).getName().isEmpty();
    } catch (MalformedPackageURLException _) {
      return false;
    }
  }
}

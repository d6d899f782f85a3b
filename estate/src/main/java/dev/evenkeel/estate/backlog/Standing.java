package dev.evenkeel.estate.backlog;

import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.lifecycle.Product;
import dev.evenkeel.estate.lifecycle.ProductCatalogue;
import dev.evenkeel.estate.lifecycle.SupportStatus;
import dev.evenkeel.estate.lifecycle.match.Candidate;
import dev.evenkeel.estate.lifecycle.match.Description;
import dev.evenkeel.estate.lifecycle.match.ProductMatch;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a system stands on a day: which product it is, how that is supported, and what ends first.
 *
 * @param status of its version; empty when its product or its version is not known
 * @param end the first of all ends
 */
public record Standing(ProductMatch match, Optional<SupportStatus> status, Optional<End> end) {

  /** Something that ends. */
  public enum What {
    /** As the vendor's dates say. */
    VENDOR_SUPPORT("the vendor's support"),
    /** As the document of the system says. */
    SUPPORT("support"),
    SECURITY("security fixes"),
    WARRANTY("the warranty");

    private final String words;

    What(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  /**
   * The last day of something.
   *
   * @param isDated whether anybody says the day; of what is over without one, it is the day before
   *     it is looked at, for its place among others and not to be shown
   */
  public record End(LocalDate day, What what, boolean isDated) {
    /** What is said of one without a date. */
    public static final String UNDATED = "is over, nobody says since when";

    public End(LocalDate day, What what) {
      this(day, what, true);
    }

    public boolean isOverOn(LocalDate today) {
      return !isDated || day.isBefore(today);
    }
  }

  public static Standing of(EstateSystem system, ProductCatalogue known, LocalDate today) {
    ProductMatch match = known.match(Description.of(system));
    Optional<SupportStatus> status =
        match
            .chosen()
            .map(Candidate::product)
            .flatMap(product ->
                match.version().map(version -> SupportStatus.of(product, version, today)));
    return new Standing(match, status, firstEnd(system, status, today));
  }

  /**
   * What the document states of support takes the place of what the vendor says in general: there
   * may be a contract.
   */
  static Optional<End> firstEnd(
      EstateSystem system, Optional<SupportStatus> status, LocalDate today) {
    Optional<End> vendor =
        system.supportEnd().isPresent() || system.securityEnd().isPresent()
            ? Optional.empty()
            : status.flatMap(known -> ofVendor(known, today));
    return Stream.of(
            vendor,
            system.supportEnd().map(day -> new End(day, What.SUPPORT)),
            system.securityEnd().map(day -> new End(day, What.SECURITY)),
            system.warrantyEnd().map(day -> new End(day, What.WARRANTY)))
        .flatMap(Optional::stream)
        .min(Comparator.comparing(End::day));
  }

  /**
   * The end of all support, without the warranty: what lasts longest of what the document states,
   * otherwise what the vendor says.
   */
  public static Optional<End> supportEnd(
      EstateSystem system, Optional<SupportStatus> status, LocalDate today) {
    return Stream.of(
            system.supportEnd().map(day -> new End(day, What.SUPPORT)),
            system.securityEnd().map(day -> new End(day, What.SECURITY)))
        .flatMap(Optional::stream)
        .max(Comparator.comparing(End::day))
        .or(() -> status.flatMap(known -> ofVendor(known, today)));
  }

  private static Optional<End> ofVendor(SupportStatus status, LocalDate today) {
    if (status.until().isPresent()) {
      return status.until().map(day -> new End(day, What.VENDOR_SUPPORT));
    }
    return status.phase() == SupportStatus.Phase.OUT_OF_SUPPORT
        ? Optional.of(new End(today.minusDays(1), What.VENDOR_SUPPORT, false))
        : Optional.empty();
  }

  public Optional<Product> product() {
    return match.chosen().map(Candidate::product);
  }
}

package dev.evenkeel.server.risk.reckon;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether there is room for the target version (C21): of CPU (cores), memory and disk (GiB) there
 * must be what it needs and a spare part of that, 20 % unless said otherwise. What is not known
 * fails.
 */
public record CapacityCheck(List<Verdict> verdicts) {
  public static final int USUAL_SPARE = 20;

  public CapacityCheck {
    verdicts = List.copyOf(verdicts);
  }

  /**
   * @param headroom what is left over; negative when it does not fit; empty when it is not known
   * @param wanted what should be left over
   */
  public record Verdict(
      CapacitySheet.Resource resource,
      boolean passes,
      Optional<BigDecimal> headroom,
      Optional<BigDecimal> wanted,
      String says) {}

  public static CapacityCheck of(CapacitySheet sheet) {
    return new CapacityCheck(
        Arrays.stream(CapacitySheet.Resource.values())
            .map(resource ->
                sheet.rows().stream()
                    .filter(row -> row.resource() == resource)
                    .findFirst()
                    .map(CapacityCheck::judge)
                    .orElseGet(() -> unknown(resource, "what is needed and what is there")))
            .toList());
  }

  public boolean passes() {
    return verdicts.stream().allMatch(Verdict::passes);
  }

  private static Verdict judge(CapacitySheet.Row row) {
    List<String> missing = new ArrayList<>();
    if (row.needed().isEmpty()) {
      missing.add("what is needed");
    }
    if (row.there().isEmpty()) {
      missing.add("what is there");
    }
    if (!missing.isEmpty()) {
      return unknown(row.resource(), String.join(" and ", missing));
    }
    BigDecimal needed = row.needed().orElseThrow().amount();
    BigDecimal headroom = row.there().orElseThrow().amount().subtract(needed);
    BigDecimal wanted =
        needed
            .multiply(BigDecimal.valueOf(row.spare().orElse(USUAL_SPARE)))
            .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
    boolean passes = headroom.compareTo(wanted) >= 0;
    String unit = row.resource().unit();
    String says =
        headroom.signum() < 0
            ? "%s %s too few.".formatted(text(headroom.negate()), unit)
            : "%s %s left over; %s should be%s"
                .formatted(
                    text(headroom),
                    headroom.compareTo(BigDecimal.ONE) == 0 ? unit.replaceFirst("s$", "") : unit,
                    text(wanted),
                    passes ? "." : ", so this is too little.");
    return new Verdict(row.resource(), passes, Optional.of(headroom), Optional.of(wanted), says);
  }

  private static Verdict unknown(CapacitySheet.Resource resource, String what) {
    return new Verdict(
        resource,
        false,
        Optional.empty(),
        Optional.empty(),
        "Nobody has said %s. Without that it fails.".formatted(what));
  }

  private static String text(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }
}

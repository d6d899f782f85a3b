package dev.evenkeel.server.risk.reckon;

import dev.evenkeel.server.risk.reckon.CapacitySheet.Resource;
import dev.evenkeel.server.risk.reckon.CapacitySheet.Row;
import dev.evenkeel.server.risk.reckon.MetricQuery.Side;
import dev.evenkeel.server.risk.reckon.Readings.Asked;
import dev.evenkeel.server.risk.reckon.Readings.Reading;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether there is room for the target version: of what there is of CPU (cores), memory and disk
 * (GiB), without what stays beside the target, there must be what it needs and a spare part of
 * that, 20 % unless said otherwise. What is not known fails; so does what was read too long ago.
 */
public record CapacityCheck(List<Verdict> verdicts) {
  public static final int USUAL_SPARE = 20;

  public CapacityCheck {
    verdicts = List.copyOf(verdicts);
  }

  /**
   * @param headroom what is left over; negative when it does not fit; empty when it is not known
   * @param wanted what should be left over
   * @param sources where the numbers that were read come from
   */
  public record Verdict(
      Resource resource,
      boolean passes,
      Optional<BigDecimal> headroom,
      Optional<BigDecimal> wanted,
      String says,
      List<From> sources) {
    public Verdict {
      sources = List.copyOf(sources);
    }
  }

  /**
   * A number that is read.
   *
   * @param reading empty while it has not been read
   */
  public record From(Side side, MetricQuery query, Optional<Reading> reading, boolean counts) {}

  public static CapacityCheck of(CapacitySheet sheet, Readings readings, Instant now) {
    return new CapacityCheck(
        Arrays.stream(Resource.values())
            .map(resource -> new Judging(sheet.row(resource), readings, now).verdict())
            .toList());
  }

  public boolean passes() {
    return verdicts.stream().allMatch(Verdict::passes);
  }

  /** The verdict on one row. */
  private record Judging(Row row, Readings readings, Instant now) {
    Verdict verdict() {
      List<String> unread = new ArrayList<>();
      Optional<BigDecimal> there = amount(Side.THERE, row.there(), row.thereRead(), unread);
      Optional<BigDecimal> used =
          row.used().isEmpty() && row.usedRead().isEmpty()
              ? Optional.of(BigDecimal.ZERO)
              : amount(Side.USED, row.used(), row.usedRead(), unread);
      List<String> missing = new ArrayList<>();
      if (row.needed().isEmpty()) {
        missing.add("what is needed");
      }
      if (row.there().isEmpty() && row.thereRead().isEmpty()) {
        missing.add("what is there");
      }
      if (!missing.isEmpty()) {
        unread.addFirst(
            "Nobody has said %s. Without that it fails.".formatted(String.join(" and ", missing)));
      }
      return unread.isEmpty()
          ? judged(there.orElseThrow().subtract(used.orElseThrow()))
          : new Verdict(
              row.resource(),
              false,
              Optional.empty(),
              Optional.empty(),
              String.join(" ", unread),
              sources());
    }

    private Verdict judged(BigDecimal free) {
      BigDecimal needed = row.needed().orElseThrow().amount();
      BigDecimal headroom = free.subtract(needed);
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
      return new Verdict(
          row.resource(), passes, Optional.of(headroom), Optional.of(wanted), says, sources());
    }

    private Optional<BigDecimal> amount(
        Side side, Optional<Stated> stated, Optional<MetricQuery> query, List<String> unread) {
      if (query.isEmpty()) {
        return stated.map(Stated::amount);
      }
      String what = side == Side.THERE ? "What is there" : "What is used";
      Optional<Reading> reading = readings.of(new Asked(side, query.get()));
      if (reading.isEmpty()) {
        unread.add("%s has not been read yet. Press Read now.".formatted(what));
      } else if (reading.get().amount().isEmpty()) {
        unread.add(
            "%s could not be read at %s: %s. Mend that and press Read now, or type the number in."
                .formatted(what, minute(reading.get().at()), reading.get().why()));
      } else if (reading.get().isOld(now)) {
        unread.add(
            "%s was read at %s, more than a day ago. Press Read now."
                .formatted(what, minute(reading.get().at())));
      } else {
        return reading.get().amount();
      }
      return Optional.empty();
    }

    private List<From> sources() {
      return row.asked()
          .map(asked -> {
            Optional<Reading> reading = readings.of(asked);
            return new From(
                asked.side(),
                asked.query(),
                reading,
                reading.filter(one -> one.amount().isPresent() && !one.isOld(now)).isPresent());
          })
          .toList();
    }
  }

  private static String minute(Instant at) {
    return at.truncatedTo(ChronoUnit.MINUTES).toString();
  }

  private static String text(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }
}

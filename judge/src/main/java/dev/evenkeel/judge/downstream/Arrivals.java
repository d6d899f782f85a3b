package dev.evenkeel.judge.downstream;

import java.util.List;
import java.util.Optional;

/**
 * How much work would arrive with all traffic on one version.
 *
 * <p>Work the new version gave, divided by the share of the traffic it had. Where nobody counts by
 * version, the old version is measured while it is alone (share 0), and its part is taken off.
 */
record Arrivals(Optional<Range> old, Optional<Range> upgraded) {

  static Arrivals of(List<Load> loads) {
    var usable =
        loads.stream().filter(l -> Load.isShare(l.share()) && Load.known(l.arrivals())).toList();
    var split = usable.stream().filter(l -> Load.known(l.fromNew())).toList();
    var alone =
        Ratio.of(
            usable.stream()
                .filter(load -> load.share() == 0)
                .map(load -> new Ratio.Point(load.arrivals(), 1))
                .toList());
    var old =
        Ratio.of(
                split.stream()
                    .filter(load -> load.share() < 1)
                    .map(load ->
                        new Ratio.Point(
                            Math.max(0, load.arrivals() - load.fromNew()), 1 - load.share()))
                    .toList())
            .or(() -> alone);
    var upgraded =
        Ratio.of(
                split.stream()
                    .filter(load -> load.share() > 0)
                    .map(load -> new Ratio.Point(load.fromNew(), load.share()))
                    .toList())
            .or(() -> withoutOld(usable, alone));
    return new Arrivals(old, upgraded);
  }

  /** What is left when the part of the old version is taken off; its own doubt is added. */
  private static Optional<Range> withoutOld(List<Load> loads, Optional<Range> alone) {
    var mixed = loads.stream().filter(load -> load.share() > 0).toList();
    double share = mixed.stream().mapToDouble(Load::share).sum();
    double others = mixed.stream().mapToDouble(load -> 1 - load.share()).sum();
    if (others > 0 && alone.isEmpty()) {
      return Optional.empty();
    }
    double old = alone.map(Range::middle).orElse(0.0);
    double doubt = alone.map(range -> range.high() - range.middle()).orElse(0.0);
    return Ratio.of(
            mixed.stream()
                .map(load ->
                    new Ratio.Point(load.arrivals() - old * (1 - load.share()), load.share()))
                .toList())
        .map(range -> {
          double off = Math.hypot(range.high() - range.middle(), doubt * others / share);
          double middle = Math.max(0, range.middle());
          return new Range(
              Math.max(0, range.middle() - off), middle, Math.max(middle, range.middle() + off));
        });
  }
}

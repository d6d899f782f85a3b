package dev.evenkeel.estate.advisory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The base score of a vector of CVSS 3.0, 3.1 or 2.0, by the formulas of its specification. */
final class Cvss {
  private static final Map<String, Double> V3 =
      Map.ofEntries(
          Map.entry("AV:N", 0.85),
          Map.entry("AV:A", 0.62),
          Map.entry("AV:L", 0.55),
          Map.entry("AV:P", 0.2),
          Map.entry("AC:L", 0.77),
          Map.entry("AC:H", 0.44),
          Map.entry("UI:N", 0.85),
          Map.entry("UI:R", 0.62),
          Map.entry("C:H", 0.56),
          Map.entry("C:L", 0.22),
          Map.entry("C:N", 0.0));
  private static final Map<String, Double> V2 =
      Map.ofEntries(
          Map.entry("AV:L", 0.395),
          Map.entry("AV:A", 0.646),
          Map.entry("AV:N", 1.0),
          Map.entry("AC:H", 0.35),
          Map.entry("AC:M", 0.61),
          Map.entry("AC:L", 0.71),
          Map.entry("Au:M", 0.45),
          Map.entry("Au:S", 0.56),
          Map.entry("Au:N", 0.704),
          Map.entry("C:N", 0.0),
          Map.entry("C:P", 0.275),
          Map.entry("C:C", 0.66));

  private final Map<String, String> metrics;

  private Cvss(Map<String, String> metrics) {
    this.metrics = metrics;
  }

  /** Empty when a metric is missing or unknown, and for CVSS 4, whose score needs a large table. */
  static Optional<Double> score(String vector) {
    Map<String, String> metrics = new HashMap<>();
    for (String part : vector.strip().split("/")) {
      int colon = part.indexOf(':');
      if (colon > 0 && metrics.put(part.substring(0, colon), part.substring(colon + 1)) != null) {
        return Optional.empty();
      }
    }
    Cvss cvss = new Cvss(metrics);
    String version = metrics.getOrDefault("CVSS", "2.0");
    try {
      return switch (version) {
        case "3.0" -> Optional.of(cvss.three(false));
        case "3.1" -> Optional.of(cvss.three(true));
        case "2.0" -> Optional.of(cvss.two());
        default -> Optional.empty();
      };
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private double three(boolean exactRounding) {
    boolean changed =
        switch (metrics.getOrDefault("S", "")) {
          case "C" -> true;
          case "U" -> false;
          default -> throw new IllegalArgumentException("S");
        };
    double confidentiality = of(V3, "C", "C");
    double integrity = of(V3, "C", "I");
    double availability = of(V3, "C", "A");
    double base = 1 - (1 - confidentiality) * (1 - integrity) * (1 - availability);
    double impact =
        changed ? 7.52 * (base - 0.029) - 3.25 * Math.pow(base - 0.02, 15) : 6.42 * base;
    double exploitability =
        8.22 * of(V3, "AV", "AV") * of(V3, "AC", "AC") * privileges(changed) * of(V3, "UI", "UI");
    if (impact <= 0) {
      return 0;
    }
    double sum = Math.min(10, changed ? 1.08 * (impact + exploitability) : impact + exploitability);
    return exactRounding ? roundUp(sum) : Math.ceil(sum * 10) / 10;
  }

  private double privileges(boolean changed) {
    return switch (metrics.getOrDefault("PR", "")) {
      case "N" -> 0.85;
      case "L" -> changed ? 0.68 : 0.62;
      case "H" -> changed ? 0.5 : 0.27;
      default -> throw new IllegalArgumentException("PR");
    };
  }

  /** Without the errors of binary fractions, as 3.1 says. */
  private static double roundUp(double score) {
    long exact = Math.round(score * 100_000);
    return exact % 10_000 == 0 ? exact / 100_000.0 : (Math.floorDiv(exact, 10_000) + 1) / 10.0;
  }

  private double two() {
    double left = 1;
    for (String metric : List.of("C", "I", "A")) {
      left *= 1 - of(V2, "C", metric);
    }
    double impact = 10.41 * (1 - left);
    double exploitability = 20 * of(V2, "AV", "AV") * of(V2, "AC", "AC") * of(V2, "Au", "Au");
    double weight = impact == 0 ? 0 : 1.176;
    return Math.round((0.6 * impact + 0.4 * exploitability - 1.5) * weight * 10) / 10.0;
  }

  private double of(Map<String, Double> table, String row, String metric) {
    Double value = table.get(row + ":" + metrics.getOrDefault(metric, ""));
    if (value == null) {
      throw new IllegalArgumentException(metric);
    }
    return value;
  }
}

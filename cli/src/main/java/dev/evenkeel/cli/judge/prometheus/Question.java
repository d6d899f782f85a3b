package dev.evenkeel.cli.judge.prometheus;

/**
 * What a source of a runbook asks a Prometheus.
 *
 * @param source name of the source
 * @param target whom it is about; empty for the whole
 * @param field what of the source: requests, errors, buckets or value
 * @param url address of the server; empty when it is not known
 * @param query in the words of Prometheus
 */
public record Question(String source, String target, String field, String url, String query) {

  /** Whether the other is the same part of a runbook, however it is asked now. */
  public boolean isSamePlaceAs(Question other) {
    return source.equals(other.source) && target.equals(other.target) && field.equals(other.field);
  }

  /** For people. */
  public String place() {
    return "%s.%s%s".formatted(source, field, target.isEmpty() ? "" : " of " + target);
  }
}

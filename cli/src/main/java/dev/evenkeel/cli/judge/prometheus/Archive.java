package dev.evenkeel.cli.judge.prometheus;

import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/**
 * Answers to questions over a stretch of time.
 *
 * @param from where the stretch begins; as {@code to} when it holds only pieces
 */
public record Archive(Instant from, Instant to, List<Answer> answers) {
  public static final Archive EMPTY = new Archive(Instant.EPOCH, Instant.EPOCH, List.of());

  public Archive {
    answers = List.copyOf(answers);
  }

  /** The answer to one of them; each series once. */
  public record Answer(Question question, List<Series> series) {
    public Answer {
      series = List.copyOf(series);
    }

    /** Of pieces: series with the same labels become one; of two values at a time the first. */
    public static Answer ofPieces(Question question, List<Series> pieces) {
      SequencedMap<Map<String, String>, TreeMap<Long, Double>> merged = new LinkedHashMap<>();
      for (Series piece : pieces) {
        TreeMap<Long, Double> points =
            merged.computeIfAbsent(piece.labels(), labels -> new TreeMap<>());
        for (int i = 0; i < piece.millis().length; i++) {
          points.putIfAbsent(piece.millis()[i], piece.values()[i]);
        }
      }
      List<Series> series = new ArrayList<>();
      merged.forEach((labels, points) ->
          series.add(
              new Series(
                  labels,
                  points.keySet().stream().mapToLong(Long::longValue).toArray(),
                  points.values().stream().mapToDouble(Double::doubleValue).toArray())));
      return new Answer(question, series);
    }
  }

  /** A stretch of time, both ends included. */
  public record Window(Instant from, Instant to) {}

  public Optional<Answer> find(Question question) {
    return answers.stream().filter(answer -> answer.question().isSamePlaceAs(question)).findFirst();
  }

  /** Only what lies in one of the windows. */
  public Archive only(List<Window> windows) {
    LongPredicate isInside =
        millis ->
            windows.stream()
                .anyMatch(window ->
                    millis >= window.from().toEpochMilli() && millis <= window.to().toEpochMilli());
    return new Archive(
        Instant.EPOCH,
        Instant.EPOCH,
        answers.stream()
            .map(answer ->
                new Answer(
                    answer.question(),
                    answer.series().stream().map(one -> only(one, isInside)).toList()))
            .toList());
  }

  private static Series only(Series series, LongPredicate isInside) {
    int[] kept =
        IntStream.range(0, series.millis().length)
            .filter(i -> isInside.test(series.millis()[i]))
            .toArray();
    long[] millis = new long[kept.length];
    double[] values = new double[kept.length];
    for (int i = 0; i < kept.length; i++) {
      millis[i] = series.millis()[kept[i]];
      values[i] = series.values()[kept[i]];
    }
    return new Series(series.labels(), millis, values);
  }

  /** Together with pieces of other times. What this one says counts first. */
  public Archive with(Archive pieces) {
    List<Answer> all = new ArrayList<>();
    for (Answer answer : answers) {
      List<Series> series = new ArrayList<>(answer.series());
      pieces.find(answer.question()).ifPresent(more -> series.addAll(more.series()));
      all.add(Answer.ofPieces(answer.question(), series));
    }
    pieces.answers().stream().filter(answer -> find(answer.question()).isEmpty()).forEach(all::add);
    return new Archive(from, to, all);
  }

  /** Whether no series has any value. */
  public boolean hasNothing() {
    return answers.stream()
        .flatMap(answer -> answer.series().stream())
        .allMatch(series -> series.millis().length == 0);
  }

  /** What a source said, a track for each target. */
  public List<Track> tracks(String source) {
    Map<String, Map<String, List<Series>>> byTarget = new LinkedHashMap<>();
    answers.stream()
        .filter(answer -> answer.question().source().equals(source))
        .forEach(answer ->
            byTarget
                .computeIfAbsent(answer.question().target(), t -> new LinkedHashMap<>())
                .put(answer.question().field(), answer.series()));
    return byTarget.entrySet().stream()
        .map(one -> new Track(one.getKey(), readings(one.getValue())))
        .toList();
  }

  private static List<Reading> readings(Map<String, List<Series>> fields) {
    return Readings.together(
        List.of(
            Readings.counted(
                fields.getOrDefault("requests", List.of()),
                fields.getOrDefault("errors", List.of())),
            Readings.timed(fields.getOrDefault("buckets", List.of()), true),
            Readings.values(fields.getOrDefault("value", List.of()))));
  }
}

package dev.evenkeel.estate.backlog;

import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.lifecycle.ProductCatalogue;
import dev.evenkeel.estate.lifecycle.SupportStatus;
import dev.evenkeel.estate.lifecycle.match.Description;
import dev.evenkeel.estate.lifecycle.match.ProductMatch;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where systems stand on a day. What only goes by product and version is found out once for all
 * systems that have them: how it is supported, where it could go. May be used by several threads.
 */
public final class Standings {
  /** Of systems without a product nothing else is known than that. */
  private static final int MOST = 20_000;

  private final ProductCatalogue known;
  private final LocalDate today;
  private final Map<Answer.Question, Answer> answers = new ConcurrentHashMap<>();

  public Standings(ProductCatalogue known, LocalDate today) {
    this.known = known;
    this.today = today;
  }

  public ProductCatalogue known() {
    return known;
  }

  public LocalDate today() {
    return today;
  }

  public Standing of(EstateSystem system) {
    ProductMatch match = known.match(Description.of(system));
    Optional<SupportStatus> status = answer(Answer.Question.of(match)).status();
    return new Standing(match, status, Standing.firstEnd(system, status, today));
  }

  Answer answer(EstateSystem system) {
    return answer(Answer.Question.of(known.match(Description.of(system))));
  }

  /** The same, without how the product was found. */
  Standing of(EstateSystem system, Answer answer) {
    return new Standing(
        answer.match(), answer.status(), Standing.firstEnd(system, answer.status(), today));
  }

  private Answer answer(Answer.Question question) {
    Answer there = answers.get(question);
    if (there != null) {
      return there;
    }
    Answer made = make(question);
    if (answers.size() < MOST) {
      answers.put(question, made);
    }
    return made;
  }

  private Answer make(Answer.Question question) {
    ProductMatch match = question.match();
    Optional<SupportStatus> status =
        question
            .product()
            .flatMap(product ->
                question.version().map(version -> SupportStatus.of(product, version, today)));
    Standing standing = new Standing(match, status, Optional.empty());
    return new Answer(match, status, Target.of(standing, known, today));
  }
}

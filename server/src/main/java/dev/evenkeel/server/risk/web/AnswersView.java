package dev.evenkeel.server.risk.web;

import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeAspect.Phase;
import dev.evenkeel.server.risk.Kept;
import dev.evenkeel.server.risk.SheetKind;
import dev.evenkeel.server.risk.reckon.Answers;
import dev.evenkeel.server.risk.reckon.Answers.Given;
import dev.evenkeel.server.risk.reckon.Question;
import dev.evenkeel.server.shared.Typed;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The review of sign-in and encryption, and the requirements. */
@Component
@Order(5)
class AnswersView implements SheetView<Answers> {

  @Override
  public SheetKind<Answers> kind() {
    return SheetKind.ANSWERS;
  }

  @Override
  public String label() {
    return "Open questions";
  }

  @Override
  public Phase phase() {
    return Phase.WHY;
  }

  @Override
  public Answers read(Typed typed, Kept<Answers> before, Edit edit) {
    Map<String, Given> given = new TreeMap<>();
    for (Question question : Question.values()) {
      String at = "given.%s.".formatted(question.name());
      typed.passes(at + "by", at + "at");
      String yes = typed.text(at + "yes");
      var follows = typed.words(at + "follows", Reads.TEXT);
      var evidence = typed.words(at + "evidence", Reads.TEXT);
      if (!List.of("", "true", "false").contains(yes)) {
        typed.wrong(at + "yes", "'%s' is neither true nor false.".formatted(yes));
      } else if (!yes.isEmpty()) {
        given.put(
            question.name(),
            new Given(yes.equals("true"), follows, evidence, edit.actor().name(), edit.now()));
      } else if (follows.isPresent() || evidence.isPresent()) {
        typed.wrong(
            at + "yes", "Something is said of it, but not whether it is so. Choose yes or no.");
      }
    }
    return new Answers(given).after(before.sheet());
  }

  @Override
  public Map<String, Object> computed(Upgrade upgrade, Answers sheet) {
    Map<String, Object> computed = new TreeMap<>();
    computed.put("openSecurity", sheet.open(Question.Part.SECURITY));
    computed.put("openRequirements", sheet.open(Question.Part.REQUIREMENTS));
    computed.put("securityQuestions", Question.of(Question.Part.SECURITY));
    computed.put("requirementQuestions", Question.of(Question.Part.REQUIREMENTS));
    return computed;
  }
}

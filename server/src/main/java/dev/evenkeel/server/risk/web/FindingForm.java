package dev.evenkeel.server.risk.web;

import dev.evenkeel.server.risk.Finding;
import dev.evenkeel.server.risk.FindingState;
import dev.evenkeel.server.risk.FindingTerms;
import dev.evenkeel.server.risk.reckon.Severity;
import dev.evenkeel.server.shared.Typed;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads what people say of a risk. */
final class FindingForm {
  private FindingForm() {}

  /**
   * @param there the risk that is edited; empty for a new one
   */
  static FindingTerms read(Typed typed, Optional<Finding> there) {
    boolean computed = there.filter(Finding::computed).isPresent();
    FindingState state = typed.choice("state", FindingState.class).orElse(FindingState.OPEN);
    var terms =
        new FindingTerms(
            computed
                ? there.orElseThrow().title()
                : typed.needed("title", Reads.LINE, "Say what could go wrong."),
            computed ? there.orElseThrow().detail() : typed.words("detail", Reads.TEXT).orElse(""),
            typed.whole("likelihood", Severity.LEAST, Severity.MOST),
            typed.whole("impact", Severity.LEAST, Severity.MOST),
            typed.words("owner", Reads.LINE),
            typed.words("mitigation", Reads.TEXT),
            state);
    if (!computed) {
      for (String path : new String[] {"likelihood", "impact"}) {
        if (typed.text(path).isEmpty()) {
          typed.wrong(path, "This is missing. Choose from 1 to 5.");
        }
      }
    }
    if (state == FindingState.MITIGATED && terms.mitigation().isEmpty()) {
      typed.wrong("mitigation", "Say what makes it less likely or less bad.");
    }
    if ((state == FindingState.ACCEPTED || state == FindingState.CLOSED)
        && terms.mitigation().isEmpty()) {
      typed.wrong("mitigation", "Say why it can be lived with, or why it is over.");
    }
    return terms;
  }

  static Typed of(Finding finding) {
    Map<String, String> texts = new HashMap<>();
    texts.put("title", finding.title());
    texts.put("detail", finding.detail());
    if (finding.rated()) {
      texts.put("likelihood", Integer.toString(finding.likelihood()));
      texts.put("impact", Integer.toString(finding.impact()));
    }
    finding.owner().ifPresent(owner -> texts.put("owner", owner));
    finding.mitigation().ifPresent(text -> texts.put("mitigation", text));
    texts.put("state", finding.state().name());
    return Typed.of(texts);
  }
}

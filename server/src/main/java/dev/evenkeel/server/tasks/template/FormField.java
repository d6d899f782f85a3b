package dev.evenkeel.server.tasks.template;

import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.words.Spelled;
import dev.evenkeel.runbook.words.Spelled.Names;
import java.util.List;
import java.util.Optional;

/** Something that is filled in. */
@Says("something that is filled in")
public record FormField(
    @Says("identifies it within its step") @Spelled(Names.NAME) String name,
    @Says("what people read; the name when left out") Optional<String> label,
    @Says(value = "what may be filled in", fallback = "text") Type type,
    @Says(value = "whether the task can only be done with it", fallback = "false") boolean required,
    @Says("the words to choose from, for the type choice") List<String> options,
    @Says("how to fill it in") Optional<String> hint) {

  /** What may be filled in. */
  public enum Type {
    TEXT,
    AREA,
    NUMBER,
    MONEY,
    DATE,
    YES_NO,
    CHOICE,
    PERSON,
    LINK
  }

  public String shownAs() {
    return label.orElse(name);
  }
}

package dev.evenkeel.runbook.written;

import dev.evenkeel.runbook.Value;
import dev.evenkeel.runbook.Where;
import dev.evenkeel.runbook.words.Says;
import dev.evenkeel.runbook.words.Spelled;
import dev.evenkeel.runbook.words.Spelled.Names;
import dev.evenkeel.runbook.words.Written;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole document. */
@Says("a runbook: what is upgraded, in which waves, by which steps, and how to get back")
public record RunbookText(
    Value.Fields at,
    @Says("the version of the language") ApiVersion apiVersion,
    @Says("what the document is") DocumentKind kind,
    @Says("identifies the runbook across its versions") @Spelled(Names.ID) String name,
    @Says("one line for people; the name when left out") Optional<String> title,
    @Says("more about it, for people") Optional<String> description,
    @Says(
            "which systems of the estate it changes; production runs keep to their windows and freezes. A target that is called like a system counts too")
        @Spelled(Names.ENTRY)
        List<String> systems,
    @Says("values asked for when a run is started, by name; `${inputs.NAME}` in the runbook")
        @Spelled(Names.NAME)
        Map<String, InputText> inputs,
    @Says(value = "what is upgraded", needed = true) List<TargetText> targets,
    @Says("how the version of a target is told; left out when targets have none to tell")
        Optional<VersionText> version,
    @Says(value = "in which portions the targets are upgraded", fallback = "{}")
        RolloutText rollout,
    @Says(value = "what must be well before and after", fallback = "{}") ChecksText checks,
    @Says("what is done") StepsText steps,
    @Says("where the watch gets its numbers, by name") @Spelled(Names.NAME)
        Map<String, SourceText> sources,
    @Says(value = "what must stay well meanwhile", fallback = "{}") WatchText watch,
    @Says(value = "what the run must keep to", fallback = "{}") LimitsText limits) {

  /** Where the name of an input stands. */
  public Where inputPlace(String name) {
    return place("inputs", name);
  }

  /** Where the name of a source stands. */
  public Where sourcePlace(String name) {
    return place("sources", name);
  }

  private Where place(String key, String name) {
    return at.values().get(key) instanceof Value.Fields fields
        ? fields.whereKey(name)
        : at.whereKey(key);
  }

  /** Versions of the language. */
  public enum ApiVersion {
    @Written("evenkeel/v1")
    V1
  }

  /** Kinds of documents. */
  public enum DocumentKind {
    @Written("Runbook")
    RUNBOOK
  }
}

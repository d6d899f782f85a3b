package dev.evenkeel.runbook.rules;

import dev.evenkeel.runbook.Where;
import dev.evenkeel.runbook.expression.ConditionParser;
import dev.evenkeel.runbook.expression.Malformed;
import dev.evenkeel.runbook.expression.Template;
import java.util.List;

/**
 * A text in which names may stand.
 *
 * @param condition whether it is a condition
 * @param visible the names that stand for something in it
 */
record Use(String text, Where where, boolean condition, Visible visible) {

  /**
   * @throws Malformed when the text cannot be understood
   */
  List<String> names() {
    var templates =
        condition
            ? ConditionParser.parse(text).operands().map(operand -> operand.text())
            : List.of(Template.of(text)).stream();
    return templates.flatMap(Template::names).map(Template.Name::name).distinct().toList();
  }
}

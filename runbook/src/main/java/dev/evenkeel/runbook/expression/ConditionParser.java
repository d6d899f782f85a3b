package dev.evenkeel.runbook.expression;

import dev.evenkeel.runbook.expression.Expression.Operand;
import java.util.List;
import java.util.Set;

/**
 * Reads conditions. Loosest first: {@code or}, {@code and}, {@code not}, then {@code ==} and {@code
 * !=}; parentheses group.
 */
public final class ConditionParser {
  /** Deeper nesting is refused: nobody could read it, and it would exhaust the stack. */
  private static final int DEEPEST = 50;

  /** Longer conditions are refused for the same reasons. */
  private static final int LONGEST = 500;

  private static final Set<String> SIGNS = Set.of("and", "or", "not", "==", "!=", "(", ")");

  private final String text;
  private final List<Token> tokens;
  private int next;
  private int depth;

  private ConditionParser(String text) {
    this.text = text;
    this.tokens = Token.of(text);
  }

  /**
   * @throws Malformed when the text is no condition
   */
  public static Expression parse(String text) {
    ConditionParser parser = new ConditionParser(text);
    if (parser.tokens.size() > LONGEST) {
      throw new Malformed("it has more than %d words".formatted(LONGEST), 0);
    }
    Expression expression = parser.or();
    if (parser.next < parser.tokens.size()) {
      throw parser.unexpected("'and', 'or' or the end");
    }
    return expression;
  }

  private Expression or() {
    Expression left = and();
    while (take("or")) {
      left = new Expression.Or(left, and());
    }
    return left;
  }

  private Expression and() {
    Expression left = not();
    while (take("and")) {
      left = new Expression.And(left, not());
    }
    return left;
  }

  private Expression not() {
    if (++depth > DEEPEST) {
      throw new Malformed("it is nested more than %d deep".formatted(DEEPEST), offset());
    }
    try {
      if (take("not")) {
        return new Expression.Not(not());
      }
      if (take("(")) {
        Expression inner = or();
        if (!take(")")) {
          throw unexpected("')'");
        }
        return inner;
      }
      return comparison();
    } finally {
      depth--;
    }
  }

  private Expression comparison() {
    Operand left = operand();
    if (take("==")) {
      return new Expression.Equal(left, operand());
    }
    if (take("!=")) {
      return new Expression.Not(new Expression.Equal(left, operand()));
    }
    return new Expression.Truth(left);
  }

  private Operand operand() {
    if (next >= tokens.size()
        || SIGNS.contains(tokens.get(next).text()) && !tokens.get(next).quoted()) {
      throw unexpected("a value");
    }
    Token token = tokens.get(next++);
    try {
      return new Operand(Template.of(token.text()), token.offset());
    } catch (Malformed e) {
      throw new Malformed(String.valueOf(e.getMessage()), token.offset() + e.offset());
    }
  }

  private boolean take(String sign) {
    if (next < tokens.size() && tokens.get(next).is(sign)) {
      next++;
      return true;
    }
    return false;
  }

  private int offset() {
    return next < tokens.size() ? tokens.get(next).offset() : text.length();
  }

  private Malformed unexpected(String expected) {
    String found = next < tokens.size() ? "'" + tokens.get(next).text() + "'" : "the end";
    return new Malformed("expected %s and found %s".formatted(expected, found), offset());
  }
}

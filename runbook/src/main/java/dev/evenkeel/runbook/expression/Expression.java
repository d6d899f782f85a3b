package dev.evenkeel.runbook.expression;

import dev.evenkeel.runbook.Scope;
import dev.evenkeel.runbook.UnfitValue;
import java.util.stream.Stream;

/** A condition, taken apart. Values are compared as text. */
public sealed interface Expression {

  boolean holds(Scope scope);

  /** The texts in it, from left to right, each with the offset at which it stands. */
  Stream<Operand> operands();

  /**
   * One side of a comparison.
   *
   * @param offset characters from the beginning of the condition to the operand
   */
  record Operand(Template text, int offset) {}

  /** {@code a == b}. */
  record Equal(Operand left, Operand right) implements Expression {
    @Override
    public boolean holds(Scope scope) {
      return left.text().fill(scope).equals(right.text().fill(scope));
    }

    @Override
    public Stream<Operand> operands() {
      return Stream.of(left, right);
    }
  }

  /** A value that is itself {@code true} or {@code false}. */
  record Truth(Operand value) implements Expression {
    @Override
    public boolean holds(Scope scope) {
      String text = value.text().fill(scope);
      return switch (text) {
        case "true" -> true;
        case "false" -> false;
        default ->
            throw new UnfitValue(
                "A condition needs true or false here and got '%s'. Compare it with ==."
                    .formatted(text));
      };
    }

    @Override
    public Stream<Operand> operands() {
      return Stream.of(value);
    }
  }

  /** {@code not a}. */
  record Not(Expression of) implements Expression {
    @Override
    public boolean holds(Scope scope) {
      return !of.holds(scope);
    }

    @Override
    public Stream<Operand> operands() {
      return of.operands();
    }
  }

  /** {@code a and b}. */
  record And(Expression left, Expression right) implements Expression {
    @Override
    public boolean holds(Scope scope) {
      return left.holds(scope) && right.holds(scope);
    }

    @Override
    public Stream<Operand> operands() {
      return Stream.concat(left.operands(), right.operands());
    }
  }

  /** {@code a or b}. */
  record Or(Expression left, Expression right) implements Expression {
    @Override
    public boolean holds(Scope scope) {
      return left.holds(scope) || right.holds(scope);
    }

    @Override
    public Stream<Operand> operands() {
      return Stream.concat(left.operands(), right.operands());
    }
  }
}

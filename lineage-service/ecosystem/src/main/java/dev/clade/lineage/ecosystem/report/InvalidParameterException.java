package dev.clade.lineage.ecosystem.report;

/** A parameter is set that an analysis does not have, or to a value that it may not have. */
public final class InvalidParameterException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String parameter;
  private final String value;
  private final String rule;

  InvalidParameterException(String parameter, String value, String rule) {
    super("%s is %s; it %s".formatted(parameter, value, rule));
    this.parameter = parameter;
    this.value = value;
    this.rule = rule;
  }

  /** Returns the name that was set. */
  public String parameter() {
    return parameter;
  }

  /** Returns what it was set to. */
  public String value() {
    return value;
  }

  /** Returns what it must be, beginning with "must". */
  public String rule() {
    return rule;
  }
}

package dev.clade.lineage.graph.license;

/** Something that a license asks of who passes on an artifact made from the licensed one. */
public enum LicenseTerm {
  /** Keep the notices, or name the author. */
  ATTRIBUTION(false),
  /** Give recipients the license's text. */
  LICENSE_COPY(false),
  /** Say what was changed. */
  STATE_CHANGES(false),
  /** Give recipients the source. */
  SOURCE_CODE(false),
  /** Give the source also to those who use it over a network. */
  NETWORK_SOURCE(false),
  /** Show the original's name in the product and the model's name. */
  NAMING(false),
  /** With more than 700 million monthly users, ask for a license of one's own. */
  USER_LIMIT(false),
  /** Do not improve other language models with it or with what it says. */
  NO_COMPETING_MODELS(false),
  /** Pass derivatives on under the same license, or one that it names as compatible. */
  SHARE_ALIKE(true),
  /** No commercial use. */
  NON_COMMERCIAL(true),
  /** Use for research only. */
  RESEARCH_ONLY(true),
  /** Bind recipients to a list of forbidden uses. */
  USE_RESTRICTIONS(true),
  /** Do not pass derivatives on. */
  NO_DERIVATIVES(true);

  private final boolean bindsLicense;

  LicenseTerm(boolean bindsLicense) {
    this.bindsLicense = bindsLicense;
  }

  /**
   * Whether the term limits which licenses a derivative may have, rather than what its maker does.
   */
  public boolean bindsLicense() {
    return bindsLicense;
  }
}

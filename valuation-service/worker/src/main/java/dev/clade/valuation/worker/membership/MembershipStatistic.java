package dev.clade.valuation.worker.membership;

/** What of an image is looked at; images that a model was trained on tend to have less of it. */
public enum MembershipStatistic {
  /**
   * The squared error of the noise that the model finds, summed over pixels and averaged over times
   * of the diffusion, as in Matsumoto et al., "Membership inference attacks against diffusion
   * models", 2023.
   */
  LOSS,
  /**
   * How far the noise that the model finds in the image itself, {@code e0}, is from what it finds
   * when that noise is added: the sum over pixels of {@code |e0 - e_t|⁴}, with t a fifth of the
   * diffusion. Two queries and no random number. Source: Kong et al., "An efficient membership
   * inference attack for the diffusion model by proximal initialization" (PIA), ICLR 2024.
   */
  PROXIMAL,
  /**
   * The same with {@code e0} scaled to the mean size of standard normal noise (PIAN). Where the
   * size of {@code e0} is the evidence, as with networks that guess the image, it is no better than
   * guessing.
   */
  NORMALIZED_PROXIMAL
}

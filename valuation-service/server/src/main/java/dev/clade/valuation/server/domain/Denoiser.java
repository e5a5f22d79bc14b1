package dev.clade.valuation.server.domain;

/** The network that guesses what noise hides. */
public enum Denoiser {
  /** Dense layers. */
  PERCEPTRON,
  /** A U-Net of residual convolutions. */
  UNET
}

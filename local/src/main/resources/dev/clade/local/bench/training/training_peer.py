"""Trains and samples the worker's networks with PyTorch, as its SpeedMain does: the same requests and answers."""
import json
import math
import sys
import time

import torch
from torch import nn
from torch.nn import functional

torch.set_num_threads(1)
torch.set_num_interop_threads(1)
torch.manual_seed(1)
IMAGES, SAMPLES = 512, 64


class Perceptron(nn.Module):
    def __init__(self, pixels, hidden, features):
        super().__init__()
        self.layers = nn.ModuleList(
            nn.Linear((hidden if layer else pixels) + features, hidden) for layer in range(3))
        self.output = nn.Linear(hidden, pixels)

    def forward(self, images, times):
        hidden = functional.silu(self.layers[0](torch.cat([images, times], 1)))
        for layer in self.layers[1:]:
            hidden = hidden + functional.silu(layer(torch.cat([hidden, times], 1)))
        return self.output(hidden)


class Residual(nn.Module):
    def __init__(self, inputs, outputs, features, group):
        super().__init__()
        self.norm1, self.conv1 = nn.GroupNorm(inputs // group, inputs), nn.Conv2d(inputs, outputs, 3, padding=1)
        self.conditioning = nn.Linear(features, outputs)
        self.norm2, self.conv2 = nn.GroupNorm(outputs // group, outputs), nn.Conv2d(outputs, outputs, 3, padding=1)
        self.shortcut = nn.Identity() if inputs == outputs else nn.Conv2d(inputs, outputs, 1)
        nn.init.zeros_(self.conv2.weight)
        nn.init.zeros_(self.conv2.bias)

    def forward(self, images, times):
        hidden = self.conv1(functional.silu(self.norm1(images))) + self.conditioning(times)[:, :, None, None]
        return self.shortcut(images) + self.conv2(functional.silu(self.norm2(hidden)))


class Attention(nn.Module):
    def __init__(self, channels, head, group):
        super().__init__()
        self.head = head
        self.norm = nn.GroupNorm(channels // group, channels)
        self.queries, self.keys, self.values, self.output = (nn.Linear(channels, channels) for _ in range(4))
        nn.init.zeros_(self.output.weight)
        nn.init.zeros_(self.output.bias)

    def forward(self, images):
        count, channels, height, width = images.shape
        pixels = self.norm(images).flatten(2).transpose(1, 2)
        parts = [part(pixels).view(count, height * width, -1, self.head).transpose(1, 2)
                 for part in (self.queries, self.keys, self.values)]
        seen = functional.scaled_dot_product_attention(*parts).transpose(1, 2).flatten(2)
        return images + self.output(seen).transpose(1, 2).reshape(images.shape)


class UNet(nn.Module):
    """One block a level on the way down and two on the way back, attention at the second of two levels."""

    def __init__(self, side, channels, head, group):
        super().__init__()
        self.side, wide, features = side, 2 * channels, 4 * channels
        self.embedding = nn.Sequential(
            nn.Linear(channels, features), nn.SiLU(), nn.Linear(features, features), nn.SiLU())
        self.input = nn.Conv2d(1, channels, 3, padding=1)
        self.down1 = Residual(channels, channels, features, group)
        self.halve = nn.Conv2d(channels, channels, 3, stride=2, padding=1)
        self.down2, self.see2 = Residual(channels, wide, features, group), Attention(wide, head, group)
        self.middle1, self.see = Residual(wide, wide, features, group), Attention(wide, head, group)
        self.middle2 = Residual(wide, wide, features, group)
        self.up2a, self.see2a = Residual(2 * wide, wide, features, group), Attention(wide, head, group)
        self.up2b, self.see2b = Residual(wide + channels, wide, features, group), Attention(wide, head, group)
        self.enlarge = nn.Conv2d(wide, wide, 3, padding=1)
        self.up1a = Residual(wide + channels, channels, features, group)
        self.up1b = Residual(2 * channels, channels, features, group)
        self.norm, self.output = nn.GroupNorm(channels // group, channels), nn.Conv2d(channels, 1, 3, padding=1)
        nn.init.zeros_(self.output.weight)
        nn.init.zeros_(self.output.bias)

    def forward(self, images, times):
        times = self.embedding(times)
        first = self.input(images.view(-1, 1, self.side, self.side))
        second = self.down1(first, times)
        third = self.halve(second)
        fourth = self.see2(self.down2(third, times))
        hidden = self.middle2(self.see(self.middle1(fourth, times)), times)
        hidden = self.see2a(self.up2a(torch.cat([hidden, fourth], 1), times))
        hidden = self.see2b(self.up2b(torch.cat([hidden, third], 1), times))
        hidden = self.enlarge(functional.interpolate(hidden, scale_factor=2, mode="nearest"))
        hidden = self.up1a(torch.cat([hidden, second], 1), times)
        hidden = self.up1b(torch.cat([hidden, first], 1), times)
        return self.output(functional.silu(self.norm(hidden))).flatten(1)


class Workload:
    def __init__(self, network, side, times, first, last, features, batch, rate, noise):
        self.make, self.pixels, self.count, self.batch, self.rate = network, side * side, times, batch, rate
        self.guesses_noise = noise
        power = torch.cumprod(1 - torch.linspace(first, last, times, dtype=torch.float64), 0)
        self.signal, self.noise = power.sqrt().float(), (1 - power).sqrt().float()
        frequencies = 10000.0 ** (-torch.arange(features // 2) / (features // 2 - 1))
        angles = torch.arange(times)[:, None] * (1000 / times) * frequencies
        self.features = torch.cat([angles.sin(), angles.cos()], 1)
        image = torch.arange(IMAGES)[:, None, None]
        y, x = torch.arange(side)[None, :, None], torch.arange(side)[None, None, :]
        self.images = torch.sin(0.1 * (image % 8) * x + 0.1 * (image // 8 % 8) * y + image).view(IMAGES, -1)
        self.network = None

    def train(self, steps):
        self.network = self.make()
        optimizer = torch.optim.Adam(self.network.parameters(), self.rate)
        losses, order = [], []
        for step in range(steps):
            if len(order) < self.batch:
                order = torch.randperm(IMAGES)
            chosen, order = order[:self.batch], order[self.batch:]
            half = torch.randint(0, self.count, (self.batch // 2,))
            times = torch.cat([half, self.count - 1 - half])
            clean, noise = self.images[chosen], torch.randn(self.batch, self.pixels)
            noisy = self.signal[times, None] * clean + self.noise[times, None] * noise
            guess = self.network(noisy, self.features[times])
            loss = functional.mse_loss(guess, noise if self.guesses_noise else clean)
            optimizer.zero_grad()
            loss.backward()
            norm = nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
            if not math.isfinite(norm.item()):
                raise ArithmeticError("the training diverged")
            optimizer.step()
            if step >= steps - math.ceil(steps / 10):
                losses.append(loss.item())
        weights = sum(tensor.numel() for tensor in self.network.parameters())
        return {"loss": sum(losses) / len(losses), "weights": weights}

    @torch.no_grad()
    def sample(self, steps):
        self.network = self.network or self.make()
        images = torch.randn(SAMPLES, self.pixels)
        times = [round((self.count - 1) * (steps - 1 - step) / (steps - 1)) for step in range(steps)]
        for step, time_ in enumerate(times):
            guess = self.network(images, self.features[time_].expand(SAMPLES, -1))
            signal, noise = self.signal[time_], self.noise[time_]
            clean = ((images - noise * guess) / signal if self.guesses_noise else guess).clamp_(-1, 1)
            if step < steps - 1:
                kept = self.noise[times[step + 1]] / noise
                images = kept * images + (self.signal[times[step + 1]] - kept * signal) * clean
        if not clean.isfinite().all():
            raise ArithmeticError("the sample diverged")
        return {}


WORKLOADS = {
    "perceptron": Workload(lambda: Perceptron(64, 64, 32), 8, 100, 1e-3, 0.12, 32, 64, 0.004, False),
    "unet": Workload(lambda: UNet(16, 32, 32, 8), 16, 1000, 1e-4, 0.02, 32, 32, 0.0005, True),
}
print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    what, name, steps = line.split()
    start = time.perf_counter()
    answer = getattr(WORKLOADS[name], what)(int(steps))
    answer.update(steps=int(steps), seconds=time.perf_counter() - start)
    print(json.dumps(answer), flush=True)

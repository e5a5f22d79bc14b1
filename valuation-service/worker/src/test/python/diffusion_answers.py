"""Answers of PyTorch and diffusers that the worker's tests compare with.

    pip install torch diffusers
    python3 diffusion_answers.py > ../resources/dev/clade/valuation/worker/diffusion/diffusion_answers.txt

Weights and images follow from their numbers, so that only answers are stored: one line a name, then its values.
"""

import torch
from diffusers import DDIMScheduler, UNet2DModel
from diffusers.training_utils import EMAModel

CHANNELS, MULTIPLIERS, PER_GROUP, PER_HEAD, CLASSES = 8, (1, 2, 2), 4, 4, 3
PLANES, HEIGHT, WIDTH = 3, 8, 4
TIMES, LABELS = [0, 10, 500, 999], [2, 0, 1, 1]

torch.set_num_threads(1)


def series(count, scale, seed):
    """Numbers in plus and minus half the scale that any language computes alike."""
    index = torch.arange(count, dtype=torch.int64)
    return (((index * 7919 + seed) % 2003).double() / 2003 - 0.5).mul(scale).float()


class Conditions(torch.nn.Module):
    """diffusers' features of times with the classes beside them."""

    def __init__(self, features, labels):
        super().__init__()
        self.features = features
        self.labels = labels

    def forward(self, times):
        return torch.cat([self.features(times), torch.nn.functional.one_hot(self.labels, CLASSES)], 1)


def small():
    channels = [CHANNELS * multiplier for multiplier in MULTIPLIERS]
    model = UNet2DModel(
        in_channels=PLANES, out_channels=PLANES, block_out_channels=channels, layers_per_block=1,
        down_block_types=("DownBlock2D", "AttnDownBlock2D", "DownBlock2D"),
        up_block_types=("UpBlock2D", "AttnUpBlock2D", "UpBlock2D"),
        attention_head_dim=PER_HEAD, norm_num_groups=2, norm_eps=1e-5, flip_sin_to_cos=False, freq_shift=1)
    for module in model.modules():
        if isinstance(module, torch.nn.GroupNorm):
            module.num_groups = module.num_channels // PER_GROUP
    model.time_proj = Conditions(model.time_proj, torch.tensor(LABELS))
    model.time_embedding.linear_1 = torch.nn.Linear(CHANNELS + CLASSES, 4 * CHANNELS)
    return model


def parts(model):
    """The parameters in the order of Clade's layout."""

    def block(resnet):
        yield from (resnet.norm1, resnet.conv1, resnet.time_emb_proj, resnet.norm2, resnet.conv2)
        if resnet.conv_shortcut is not None:
            yield resnet.conv_shortcut

    def attention(module):
        yield from (module.group_norm, module.to_q, module.to_k, module.to_v, module.to_out[0])

    def level(resnets, attentions, samplers):
        for number, resnet in enumerate(resnets):
            yield from block(resnet)
            if attentions:
                yield from attention(attentions[number])
        for sampler in samplers or ():
            yield sampler.conv

    yield from (model.time_embedding.linear_1, model.time_embedding.linear_2, model.conv_in)
    for down in model.down_blocks:
        yield from level(down.resnets, getattr(down, "attentions", None), down.downsamplers)
    middle = model.mid_block
    yield from block(middle.resnets[0])
    yield from attention(middle.attentions[0])
    yield from block(middle.resnets[1])
    for up in model.up_blocks:
        yield from level(up.resnets, getattr(up, "attentions", None), up.upsamplers)
    yield from (model.conv_norm_out, model.conv_out)


def parameters(model):
    return [tensor for part in parts(model) for tensor in (part.weight, part.bias)]


def flat(tensors):
    return torch.cat([tensor.detach().reshape(-1) for tensor in tensors])


def show(name, values):
    print(name, *(f"{value:.9g}" for value in values.reshape(-1).tolist()))


def network():
    model = small()
    ordered = parameters(model)
    start = series(sum(tensor.numel() for tensor in ordered), 1, 13)
    offset = 0
    with torch.no_grad():
        for tensor in ordered:
            tensor.copy_(start[offset:offset + tensor.numel()].view_as(tensor))
            offset += tensor.numel()
    assert offset == sum(tensor.numel() for tensor in model.parameters())
    show("weights", torch.tensor([offset]))
    images = series(4 * PLANES * HEIGHT * WIDTH, 4, 29).view(4, PLANES, HEIGHT, WIDTH)
    target = series(images.numel(), 4, 41).view_as(images)
    times = torch.tensor(TIMES)
    show("guess", model(images, times).sample)

    optimizer = torch.optim.Adam(ordered, lr=1e-3)
    average = EMAModel(ordered, decay=0.9)
    for step in range(3):
        loss = torch.nn.functional.mse_loss(model(images, times).sample, target)
        optimizer.zero_grad()
        loss.backward()
        if step == 0:
            gradient = flat([tensor.grad for tensor in ordered])
            show("gradient", gradient[::97])
        norm = torch.nn.utils.clip_grad_norm_(ordered, 1.0)
        show(f"loss{step}", loss.detach())
        show(f"norm{step}", norm)
        optimizer.step()
        show(f"moved{step}", (flat(ordered) - start)[::97])
        decay = min(0.9, (1 + step) / (10 + step))
        for mean, tensor in zip(average.shadow_params, ordered):
            mean.sub_((1 - decay) * (mean - tensor.detach()))
    show("averaged", (flat(average.shadow_params) - start)[::97])


def sampler():
    images, guess = series(12, 4, 5).view(1, 12), series(12, 3, 17).view(1, 12)
    for name, kind in (("NOISE", "epsilon"), ("IMAGE", "sample"), ("VELOCITY", "v_prediction")):
        scheduler = DDIMScheduler(
            num_train_timesteps=1000, beta_start=1e-4, beta_end=0.02, beta_schedule="linear",
            prediction_type=kind, clip_sample=True, clip_sample_range=1.0, timestep_spacing="leading")
        scheduler.set_timesteps(20)
        step = scheduler.step(guess, 700, images, eta=0.0, use_clipped_model_output=True)
        show(f"clean{name}", step.pred_original_sample)
        show(f"earlier{name}", step.prev_sample)


network()
sampler()

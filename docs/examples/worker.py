"""A worker of Clade in a few lines: values contributors by a learning curve of how much data a coalition has.

Usage: worker.py HOST:PORT CONTRACTS, where CONTRACTS is proto/target/contracts.binpb of a build. Needs the package grpcio only; the
rules that it keeps are told in docs/worker-contract.md. CLADE_TOKEN_FILE, CLADE_TLS_AUTHORITIES, CLADE_TLS_CERTIFICATE and
CLADE_TLS_KEY say who it is and whom it trusts. It evaluates runs whose custom trainer is "example": the utility
"learning_curve" is log(1 + items / half), where `items` is what the coalition's contributors have in all and `half` a parameter of the
run, 1,000 by default.
"""
import math, os, signal, sys, threading, time

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

pool = descriptor_pool.DescriptorPool()
with open(sys.argv[2], "rb") as contracts:
    for file in descriptor_pb2.FileDescriptorSet.FromString(contracts.read()).file:
        pool.AddSerializedFile(file.SerializeToString())
message_class = getattr(message_factory, "GetMessageClass", None) or message_factory.MessageFactory(pool).GetPrototype
service = pool.FindServiceByName("clade.valuation.v1.WorkerService")


def file_of(variable):
    """Returns what is in the file that a variable of the environment names, or None."""
    if not os.environ.get(variable):
        return None
    with open(os.environ[variable], "rb") as content:
        return content.read()


if os.environ.get("CLADE_TLS_AUTHORITIES"):
    channel = grpc.secure_channel(sys.argv[1], grpc.ssl_channel_credentials(
        file_of("CLADE_TLS_AUTHORITIES"), file_of("CLADE_TLS_KEY"), file_of("CLADE_TLS_CERTIFICATE")))
elif os.environ.get("CLADE_TOKEN_FILE") and sys.argv[1].rpartition(":")[0] not in ("localhost", "127.0.0.1", "[::1]"):
    sys.exit("a token is not sent over an unencrypted connection; set CLADE_TLS_AUTHORITIES")
else:
    channel = grpc.insecure_channel(sys.argv[1])
stopping = threading.Event()
signal.signal(signal.SIGTERM, lambda number, frame: stopping.set())


def call(method, **fields):
    """Calls a method with a deadline; when the service is away, tries again until it is back or the worker is told to end."""
    method = service.methods_by_name[method]
    request = message_class(method.input_type)(**fields)
    stub = channel.unary_unary(f"/{service.full_name}/{method.name}", type(request).SerializeToString,
                               message_class(method.output_type).FromString)
    while True:
        try:
            token = file_of("CLADE_TOKEN_FILE")  # Read for each call, since it is renewed in place.
            return stub(request, timeout=60, metadata=[("authorization", "Bearer " + token.decode().strip())] if token else [])
        except grpc.RpcError as error:
            if error.code() != grpc.StatusCode.UNAVAILABLE or stopping.is_set():
                raise
            time.sleep(1)


def renew(held, seconds):
    """Renews leases three times within their time until none is held; forgets those that are lost."""
    while held:
        time.sleep(seconds / 3)
        for lease in list(held):
            try:
                call("RenewLease", lease=lease)
            except grpc.RpcError:
                held.discard(lease)


def evaluate(task):
    contributors = call("GetContributorSet", name=task.contributor_set).contributor_set.contributors
    members = [one for i, one in enumerate(contributors) if i // 8 < len(task.coalition) and task.coalition[i // 8] >> i % 8 & 1]
    items = sum(one.item_count for one in members)
    return {"learning_curve": math.log1p(items / float(task.trainer.parameters.get("half", 1000)))}


while not stopping.is_set():
    answer = call("LeaseEvaluation", worker=f"example-{os.getpid()}", custom_trainers=["example"], max_wait={"seconds": 2}, max_count=8)
    tasks = [answer.task, *answer.additional_tasks] if answer.HasField("task") else []
    held = {task.lease for task in tasks}
    if tasks:
        threading.Thread(target=renew, args=(held, tasks[0].lease_duration.ToTimedelta().total_seconds()), daemon=True).start()
    for task in tasks:
        begin = time.monotonic()
        if task.lease not in held:
            continue
        if stopping.is_set():
            outcome = {"release": {}}
        else:
            try:
                outcome = {"result": {"utilities": evaluate(task), "reference_hash": "none", "duration_seconds": time.monotonic() - begin}}
            except (ValueError, ArithmeticError) as error:
                outcome = {"failure": {"message": f"the run's parameters make no sense: {error}"}}
        call("ReportEvaluation", lease=task.lease, **outcome)
        held.discard(task.lease)

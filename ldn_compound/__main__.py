"""`python -m ldn_compound` is the command `ldn-compound`."""

from ldn_compound.cli.main import run

if __name__ == "__main__":
    run()

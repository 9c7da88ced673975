"""The command `ldn-compound`: an order file in, a worksheet out."""

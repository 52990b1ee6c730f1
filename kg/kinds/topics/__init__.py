"""What is talked about; read sentence by sentence by the kinds that ask."""

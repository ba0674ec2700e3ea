main=lambda:0

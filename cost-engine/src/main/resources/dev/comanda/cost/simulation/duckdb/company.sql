-- The simulated company in AWS: accounts, clusters and what runs in them, prices.

-- A number from 0 to 9999, the same for the same seed and ids.
create macro draw(purpose, id) as cast(hash(getvariable('seed'), purpose, id) % 10000 as integer);

-- The orders of a day by hour in Sao Paulo, as the simulator of marketplace days has them (Marketplace.ORDERS_BY_HOUR).
create table rhythm as
select unnest(range(24)) as hour_of_day,
       unnest([3, 1, 0, 0, 0, 0, 0, 1, 2, 3, 8, 30, 60, 45, 15, 8, 8, 12, 35, 60, 65, 45, 25, 8]) / 65 as orders;

-- People order more towards the weekend; 0 is Sunday.
create table week as
select unnest(range(7)) as day_of_week, unnest([0.97, 0.74, 0.76, 0.80, 0.86, 1.00, 1.00]) as orders;

-- A bigger bill is that of a bigger company: each market has accounts of its own, and their last two digits say what for.
create macro markets() as case when getvariable('rows') < 2000000 then 1 else least(40, getvariable('rows') // 500000) end;

-- Bigger fleets are cut into clusters, and the work in them among more namespaces.
create macro cells() as case when getvariable('rows') < 2000000 then 1 else least(8, 1 + getvariable('rows') // 2500000) end;

create macro numbered(name, number) as name || if(number = 0, '', '-' || number);

create table account as
select cast(account::bigint + 100 * market as varchar) as account, numbered(account_name, market) as account_name, domain, environment,
       weight, market
from (values
    ('100000000001', 'orders-production', 'orders', 'production', 20),
    ('100000000002', 'restaurants-production', 'restaurants', 'production', 12),
    ('100000000003', 'couriers-production', 'couriers', 'production', 12),
    ('100000000004', 'payments-production', 'payments', 'production', 12),
    ('100000000005', 'discovery-production', 'discovery', 'production', 9),
    ('100000000006', 'platform-production', 'platform', 'production', 10),
    ('100000000007', 'data-production', 'data', 'production', 9),
    ('100000000008', 'shared-network', 'platform', 'shared', 4),
    ('100000000009', 'security', 'platform', 'shared', 2),
    ('100000000010', 'staging', 'platform', 'staging', 7),
    ('100000000011', 'sandbox', 'platform', 'sandbox', 3)) as company (account, account_name, domain, environment, weight),
     range(markets()) as all_markets (market);

-- Share of the fleet, its size at rest as a part of that at the peak, and whether it works when nobody orders.
create table cluster as
select numbered(cluster, cell) as cluster, account, region, prefix, share / cells() as share, rest, by_night
from (values
    ('market-br', '100000000006', 'sa-east-1', 'SAE1', 0.50, 0.40, false),
    ('market-mx', '100000000006', 'us-east-1', 'USE1', 0.25, 0.40, false),
    ('data-br', '100000000007', 'sa-east-1', 'SAE1', 0.25, 0.30, true)) as fleet (cluster, account, region, prefix, share, rest, by_night),
     range(cells()) as all_cells (cell);

create table workload as
from (values
    ('market', 'orders', 'order-api', 'ReplicaSet', 14), ('market', 'orders', 'order-state', 'StatefulSet', 8),
    ('market', 'orders', 'basket', 'ReplicaSet', 6), ('market', 'restaurants', 'menu-api', 'ReplicaSet', 9),
    ('market', 'restaurants', 'restaurant-portal', 'ReplicaSet', 4), ('market', 'couriers', 'dispatch', 'ReplicaSet', 10),
    ('market', 'couriers', 'tracking', 'ReplicaSet', 9), ('market', 'payments', 'payment-gateway', 'ReplicaSet', 6),
    ('market', 'payments', 'settlement', 'ReplicaSet', 3), ('market', 'search', 'search-api', 'ReplicaSet', 7),
    ('market', 'search', 'ranking', 'ReplicaSet', 5), ('market', 'fraud', 'fraud-score', 'ReplicaSet', 4),
    ('market', 'notifications', 'push', 'ReplicaSet', 4), ('market', 'kube-system', 'aws-node', 'DaemonSet', 4),
    ('market', 'kube-system', 'coredns', 'ReplicaSet', 2), ('market', 'monitoring', 'prometheus', 'StatefulSet', 3),
    ('market', 'ingress', 'gateway', 'DaemonSet', 2),
    ('data', 'data-platform', 'spark-executor', 'Job', 50), ('data', 'data-platform', 'airflow', 'StatefulSet', 8),
    ('data', 'data-platform', 'trino-worker', 'ReplicaSet', 20), ('data', 'machine-learning', 'training', 'Job', 10),
    ('data', 'kube-system', 'aws-node', 'DaemonSet', 6), ('data', 'monitoring', 'prometheus', 'StatefulSet', 6))
    as pods (kind, namespace, workload, workload_type, weight);

-- A ticket for each part in a hundred.
create table workload_ticket as
select ticket, cell, kind, if(namespace in ('kube-system', 'monitoring', 'ingress'), namespace, numbered(namespace, cell)) as namespace,
       workload, workload_type
from (select *, row_number() over (partition by kind order by namespace, workload, part) - 1 as ticket
      from (select *, unnest(range(weight)) as part from workload)),
     range(cells()) as all_cells (cell);

create table instance_type as
from (values
    ('m5.xlarge', 4, 16, 'SAE1', 0.306, 0.20196, 0.1101), ('m6i.2xlarge', 8, 32, 'SAE1', 0.612, 0.40392, 0.2203),
    ('r6i.2xlarge', 8, 64, 'SAE1', 0.806, 0.53196, 0.2902), ('m6i.4xlarge', 16, 64, 'SAE1', 1.224, 0.80784, 0.4406),
    ('m5.xlarge', 4, 16, 'USE1', 0.192, 0.12672, 0.0691), ('m6i.2xlarge', 8, 32, 'USE1', 0.384, 0.25344, 0.1382),
    ('r6i.2xlarge', 8, 64, 'USE1', 0.504, 0.33264, 0.1814), ('m6i.4xlarge', 16, 64, 'USE1', 0.768, 0.50688, 0.2765))
    as hardware (instance_type, cpu, gigabytes, prefix, on_demand, savings_plan, spot);

-- What is used by the hour beside clusters and databases; the amount is that of one resource in one hour at the peak.
create table offer as
from (values
    ('AmazonDynamoDB', 'Amazon DynamoDB PayPerRequest Throughput', 'WriteRequestUnits', 'PayPerRequestThroughput', 'WriteRequestUnits', 0.000001875, 90000, 'dynamodb', 10),
    ('AmazonDynamoDB', 'Amazon DynamoDB PayPerRequest Throughput', 'ReadRequestUnits', 'PayPerRequestThroughput', 'ReadRequestUnits', 0.000000375, 300000, 'dynamodb', 10),
    ('AmazonS3', 'Storage', 'TimedStorage-ByteHrs', 'StandardStorage', 'GB-Mo', 0.0405, 3, 's3', 12),
    ('AmazonS3', 'API Request', 'Requests-Tier1', 'PutObject', 'Requests', 0.000007, 4000, 's3', 8),
    ('AWSDataTransfer', 'Data Transfer', 'DataTransfer-Out-Bytes', 'RunInstances', 'GB', 0.15, 1.5, 'network', 7),
    ('AmazonVPC', 'NAT Gateway', 'NatGateway-Bytes', 'NatGateway', 'GB', 0.093, 2.5, 'natgateway', 4),
    ('AmazonVPC', 'NAT Gateway', 'NatGateway-Hours', 'NatGateway', 'Hrs', 0.093, 1, 'natgateway', 2),
    ('AWSELB', 'Load Balancer-Application', 'LCUUsage', 'LoadBalancing:Application', 'LCU-Hrs', 0.011, 12, 'loadbalancer', 6),
    ('AWSELB', 'Load Balancer-Application', 'LoadBalancerUsage', 'LoadBalancing:Application', 'Hrs', 0.034, 1, 'loadbalancer', 4),
    ('AmazonMSK', 'Managed Streaming for Apache Kafka', 'Kafka.m5.large', 'RunBroker', 'Hrs', 0.315, 1, 'kafka', 5),
    ('AmazonElastiCache', 'Cache Instance', 'NodeUsage:cache.r6g.large', 'CreateCacheCluster:0002', 'Hrs', 0.316, 1, 'elasticache', 6),
    ('AmazonCloudWatch', 'Data Payload', 'DataProcessing-Bytes', 'PutLogEvents', 'GB', 0.9, 0.6, 'logs', 7),
    ('AmazonCloudWatch', 'Metric', 'CW:MetricMonitorUsage', 'MetricStorage', 'Metrics', 0.0004, 300, 'cloudwatch', 4),
    ('AWSQueueService', 'API Request', 'Requests-RBP', 'SendMessage', 'Requests', 0.0000004, 250000, 'sqs', 5),
    ('AmazonSNS', 'API Request', 'Requests-Tier1', 'Publish', 'Requests', 0.0000005, 90000, 'sns', 2),
    ('AmazonEKS', 'Compute', 'AmazonEKS-Hours:perCluster', 'CreateOperation', 'Hours', 0.1, 1, 'eks', 1),
    ('AWSLambda', 'Serverless', 'Lambda-GB-Second', 'Invoke', 'Lambda-GB-Second', 0.0000166667, 1500, 'lambda', 5),
    ('AmazonEC2', 'Storage', 'EBS:VolumeUsage.gp3', 'CreateVolume-Gp3', 'GB-Mo', 0.152, 0.14, 'ec2', 6))
    as catalogue (product, family, usage_type, operation, unit, price, amount, arn, weight);

create table team as
from (values
    ('orders', 'orders'), ('orders', 'checkout'), ('restaurants', 'menus'), ('restaurants', 'restaurant-care'),
    ('couriers', 'dispatch'), ('couriers', 'courier-app'), ('payments', 'payments'), ('payments', 'treasury'),
    ('discovery', 'search'), ('discovery', 'growth'), ('platform', 'platform'), ('platform', 'security'),
    ('data', 'data-platform'), ('data', 'machine-learning')) as people (domain, team);
